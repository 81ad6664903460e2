package io.visavis.signaling.connection;

import static io.visavis.signaling.connection.FakeTransport.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.signaling.connection.Connection.Admission;
import io.visavis.signaling.protocol.CloseCode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private static final ConnectionLimits LIMITS =
      new ConnectionLimits(
          1024,
          60,
          3,
          4,
          4096,
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(25),
          8);

  private final HandClock clock = new HandClock();

  private Connection on(FakeTransport socket) {
    return new Connection("c1", socket, LIMITS, clock);
  }

  private void after(int seconds, Connection... checked) {
    for (int i = 0; i < seconds; i++) {
      clock.advance(Duration.ofSeconds(1));
      for (Connection connection : checked) {
        connection.check();
      }
    }
  }

  @Test
  void whatIsOfferedReachesTheSocket() {
    FakeTransport socket = FakeTransport.quick();
    on(socket).offer(utf8("hi"));
    assertThat(socket.sent).containsExactly("hi");
  }

  @Test
  void aClientThatNeverReadsIsClosedWhenItsQueueOverflows() {
    FakeTransport socket = FakeTransport.slow();
    Connection connection = on(socket);
    for (int i = 0; i < 10; i++) {
      connection.offer(utf8("m" + i));
    }
    assertThat(socket.closes).containsExactly(CloseCode.SLOW_CONSUMER);
    assertThat(socket.sent).containsExactly("m0");
    assertThat(connection.open()).isFalse();
  }

  @Test
  void aClientThatReadsTooSlowlyIsClosedByTheWatchdog() {
    FakeTransport socket = FakeTransport.slow();
    Connection connection = on(socket);
    connection.greeted();
    connection.offer(utf8("m"));
    after(5, connection);
    assertThat(socket.closes).isEmpty();
    after(1, connection);
    assertThat(socket.closes).containsExactly(CloseCode.SLOW_CONSUMER);
  }

  @Test
  void withoutHelloTheConnectionClosesAfterTheDeadline() {
    FakeTransport socket = FakeTransport.quick();
    Connection connection = on(socket);
    after(10, connection);
    assertThat(socket.closes).isEmpty();
    after(1, connection);
    assertThat(socket.closes).containsExactly(CloseCode.HELLO_TIMEOUT);
  }

  @Test
  void silenceAfterHelloClosesWithHeartbeatLost() {
    FakeTransport socket = FakeTransport.quick();
    Connection connection = on(socket);
    connection.greeted();
    after(24, connection);
    assertThat(socket.closes).isEmpty();
    after(1, connection);
    assertThat(socket.closes).containsExactly(CloseCode.HEARTBEAT_LOST);
  }

  @Test
  void anyFrameIsASignOfLife() {
    FakeTransport socket = FakeTransport.quick();
    Connection connection = on(socket);
    connection.greeted();
    after(20, connection);
    connection.received();
    after(20, connection);
    connection.heard();
    after(20, connection);
    assertThat(socket.closes).isEmpty();
  }

  @Test
  void aFloodIsRefusedFirstAndClosedWhenItGoesOn() {
    FakeTransport socket = FakeTransport.quick();
    Connection connection = on(socket);
    for (int i = 0; i < 3; i++) {
      assertThat(connection.received()).isEqualTo(Admission.ADMITTED);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(connection.received()).isEqualTo(Admission.REFUSED);
    }
    assertThat(connection.received()).isEqualTo(Admission.CLOSED);
    assertThat(socket.closes).containsExactly(CloseCode.FLOOD);
  }

  @Test
  void aClientThatSlowsDownAfterTheWarningStays() {
    FakeTransport socket = FakeTransport.quick();
    Connection connection = on(socket);
    for (int i = 0; i < 5; i++) {
      connection.received();
    }
    for (int i = 0; i < 100; i++) {
      clock.advance(Duration.ofSeconds(1));
      assertThat(connection.received()).isEqualTo(Admission.ADMITTED);
    }
    assertThat(socket.closes).isEmpty();
  }

  @Test
  void closingInGoodOrderWritesTheLastWordFirst() {
    FakeTransport socket = FakeTransport.slow();
    Connection connection = on(socket);
    connection.offer(utf8("error"));
    connection.close(CloseCode.REFUSED);
    assertThat(socket.closes).isEmpty();
    assertThat(connection.received()).isEqualTo(Admission.CLOSED);
    socket.land(null);
    assertThat(socket.closes).containsExactly(CloseCode.REFUSED);
  }

  @Test
  void aClientThatNeverTakesTheLastWordIsClosedAllTheSame() {
    FakeTransport socket = FakeTransport.slow();
    Connection connection = on(socket);
    connection.offer(utf8("error"));
    connection.close(CloseCode.REFUSED);
    after(6, connection);
    assertThat(socket.closes).containsExactly(CloseCode.SLOW_CONSUMER);
  }

  @Test
  void theFirstReasonToCloseCounts() {
    FakeTransport socket = FakeTransport.quick();
    Connection connection = on(socket);
    connection.close(CloseCode.RESTART);
    connection.close(CloseCode.REVOKED);
    after(60, connection);
    assertThat(socket.closes).containsExactly(CloseCode.RESTART);
  }

  @Test
  void aFailedWriteClosesTheConnection() {
    FakeTransport socket = FakeTransport.slow();
    Connection connection = on(socket);
    connection.offer(utf8("m"));
    socket.land(new IOException("reset"));
    assertThat(socket.closes).containsExactly(CloseCode.INTERNAL);
  }

  @Test
  void aSocketThatIsGoneIsLeftAlone() {
    FakeTransport socket = FakeTransport.quick();
    Connection connection = on(socket);
    connection.gone();
    connection.offer(utf8("m"));
    connection.close(CloseCode.RESTART);
    after(60, connection);
    assertThat(socket.sent).isEmpty();
    assertThat(socket.closes).isEmpty();
    assertThat(connection.pingDue()).isFalse();
  }
}
