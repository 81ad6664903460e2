package io.visavis.signaling.container;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOStrategy;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.nio.NIOTransport;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.grizzly.threadpool.Threads;

/**
 * Grizzly's choice of thread for what arrives: frames of the connections that were given to it are
 * handled by the thread that reads them, everything else as before.
 *
 * <p>That thread serves other connections too. One that keeps it busy for long again and again, as
 * with a flood of pings, which the container answers by itself, goes back to the pool for good.
 */
final class FrameStrategy implements IOStrategy {
  static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  static final int FORGIVEN = 5;
  private static final long FORGOTTEN_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final Attribute<Conduct> OURS =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(FrameStrategy.class.getName());

  private final IOStrategy shipped;
  private final IOStrategy direct = SameThreadIOStrategy.getInstance();

  /** How a connection behaves; touched by the thread of its selector alone. */
  private static final class Conduct {
    private long since;
    private int longTurns;

    /** Whether a turn of that length was one too many. */
    boolean tooMuch(long began, long nanos) {
      if (nanos < LONG_NANOS) {
        return false;
      }
      if (began - since > FORGOTTEN_NANOS) {
        since = began;
        longTurns = 0;
      }
      return ++longTurns > FORGIVEN;
    }
  }

  private FrameStrategy(IOStrategy shipped) {
    this.shipped = shipped;
  }

  /** From now on this connection's frames are handled where they are read. */
  static void take(Connection<?> connection) {
    var transport = (NIOTransport) connection.getTransport();
    synchronized (transport) {
      if (!(transport.getIOStrategy() instanceof FrameStrategy)) {
        transport.setIOStrategy(new FrameStrategy(transport.getIOStrategy()));
      }
    }
    OURS.set(connection, new Conduct());
  }

  /** The transport goes on as if {@link #take} had never been called. */
  static void restore(NIOTransport transport) {
    synchronized (transport) {
      if (transport.getIOStrategy() instanceof FrameStrategy ours) {
        transport.setIOStrategy(ours.shipped);
      }
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  public boolean executeIoEvent(Connection connection, IOEvent event) throws IOException {
    return executeIoEvent(connection, event, true);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public boolean executeIoEvent(Connection connection, IOEvent event, boolean enabled)
      throws IOException {
    var conduct = event == IOEvent.READ ? OURS.get(connection) : null;
    if (conduct == null) {
      return shipped.executeIoEvent(connection, event, enabled);
    }
    var began = System.nanoTime();
    // As long as a thread counts as a service thread, Grizzly's HTTP layer passes work on.
    Threads.setService(false);
    try {
      return direct.executeIoEvent(connection, event, enabled);
    } finally {
      Threads.setService(true);
      if (conduct.tooMuch(began, System.nanoTime() - began)) {
        OURS.remove(connection);
      }
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Executor getThreadPoolFor(Connection connection, IOEvent event) {
    return shipped.getThreadPoolFor(connection, event);
  }

  @Override
  public ThreadPoolConfig createDefaultWorkerPoolConfig(Transport transport) {
    return shipped.createDefaultWorkerPoolConfig(transport);
  }
}
