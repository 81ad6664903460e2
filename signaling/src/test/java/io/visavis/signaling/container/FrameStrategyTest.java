package io.visavis.signaling.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.grizzly.threadpool.Threads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real Grizzly transport whose server answers every byte with the kind of thread that had it. */
class FrameStrategyTest {
  /** A byte that makes the server hand over its connection first, as a handshake does. */
  private static final char HANDSHAKE = 'h';

  private static final char FRAME = 'f';

  /** A byte whose handling takes longer than is forgiven often. */
  private static final char BURDEN = 'b';

  private TCPNIOTransport transport;
  private Connection<?> listener;

  @BeforeEach
  void start() throws IOException {
    transport =
        TCPNIOTransportBuilder.newInstance()
            .setIOStrategy(WorkerThreadIOStrategy.getInstance())
            .setProcessor(
                FilterChainBuilder.stateless().add(new TransportFilter()).add(new Tell()).build())
            .build();
    listener = transport.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    transport.start();
  }

  @AfterEach
  void stop() throws IOException {
    transport.shutdownNow();
  }

  /** Answers 's' in the selector's thread, 'w' in a worker's, in capitals for service threads. */
  private static final class Tell extends BaseFilter {
    @Override
    public NextAction handleRead(FilterChainContext context) {
      var connection = context.getConnection();
      var asked = (char) ((Buffer) context.getMessage()).get();
      var selects = Thread.currentThread().getName().contains("SelectorRunner");
      var kind = selects ? 's' : 'w';
      if (asked == HANDSHAKE) {
        FrameStrategy.take(connection);
      } else if (asked == BURDEN) {
        LockSupport.parkNanos(2 * FrameStrategy.LONG_NANOS);
      }
      var told = Threads.isService() ? Character.toUpperCase(kind) : kind;
      context.write(Buffers.wrap(connection.getMemoryManager(), new byte[] {(byte) told}));
      return context.getStopAction();
    }
  }

  @Test
  void framesOfAConnectionThatWasTakenAreHandledWhereTheyAreRead() throws IOException {
    try (var socket = connect()) {
      assertThat(ask(socket, HANDSHAKE)).isEqualTo('w');
      assertThat(ask(socket, FRAME)).isEqualTo('s');
      assertThat(ask(socket, FRAME)).isEqualTo('s');
    }
  }

  @Test
  void everyOtherConnectionKeepsThePool() throws IOException {
    try (var taken = connect();
        var other = connect()) {
      ask(taken, HANDSHAKE);
      assertThat(ask(other, FRAME)).isEqualTo('w');
    }
  }

  @Test
  void takingManyConnectionsWrapsTheStrategyOnce() throws IOException {
    try (var one = connect();
        var two = connect()) {
      ask(one, HANDSHAKE);
      var first = transport.getIOStrategy();
      ask(two, HANDSHAKE);
      assertThat(transport.getIOStrategy()).isSameAs(first).isInstanceOf(FrameStrategy.class);
      assertThat(ask(one, FRAME)).isEqualTo('s');
    }
  }

  @Test
  void oneThatKeepsTheThreadBusyAgainAndAgainGoesBackToThePool() throws IOException {
    try (var socket = connect();
        var other = connect()) {
      ask(socket, HANDSHAKE);
      ask(other, HANDSHAKE);
      for (var turn = 0; turn <= FrameStrategy.FORGIVEN; turn++) {
        assertThat(ask(socket, BURDEN)).isEqualTo('s');
      }
      assertThat(ask(socket, FRAME)).isEqualTo('w');
      assertThat(ask(other, FRAME)).isEqualTo('s');
    }
  }

  @Test
  void theThreadServesOthersAsAServiceThreadAfterwards() throws IOException {
    try (var taken = connect();
        var next = connect()) {
      ask(taken, HANDSHAKE);
      ask(taken, FRAME);
      FrameStrategy.restore(transport);
      transport.setIOStrategy(SameThreadIOStrategy.getInstance());
      assertThat(ask(next, FRAME)).isEqualTo('S');
    }
  }

  @Test
  void theShippedStrategyComesBack() throws IOException {
    try (var socket = connect()) {
      ask(socket, HANDSHAKE);
      FrameStrategy.restore(transport);
      FrameStrategy.restore(transport);
      assertThat(transport.getIOStrategy()).isSameAs(WorkerThreadIOStrategy.getInstance());
      assertThat(ask(socket, FRAME)).isEqualTo('w');
    }
  }

  private Socket connect() throws IOException {
    var address = (InetSocketAddress) listener.getLocalAddress();
    var socket = new Socket(address.getAddress(), address.getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static char ask(Socket socket, char what) throws IOException {
    socket.getOutputStream().write(what);
    return (char) socket.getInputStream().read();
  }
}
