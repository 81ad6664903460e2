package io.visavis.backoffice.configuration;

import io.visavis.signaling.connection.ConnectionLimits;
import java.time.Duration;

/**
 * Reads limits and deadlines of WebSocket connections; docs/configuration.md says what each does.
 */
final class WebSocketSettings {
  private static final String PREFIX = "visavis.websocket.";
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Largest message that still fits the buffer of web.xml eight times. */
  private static final int LARGEST_MESSAGE = 65_536;

  private WebSocketSettings() {}

  /** The limits as configured, or the shipped ones after a complaint. */
  static ConnectionLimits read(Values values) {
    var complaints = values.problems().size();
    var pingInterval = duration(values, "ping-interval");
    var deadAfter = duration(values, "dead-after");
    // Two pings, so that one lost answer is forgiven.
    if (deadAfter.compareTo(pingInterval.multipliedBy(2)) <= 0) {
      values.complain(
          PREFIX + "dead-after",
          deadAfter.toString(),
          "longer than two ping intervals of " + pingInterval,
          pingInterval.multipliedBy(5).dividedBy(2).toString());
    }
    var maximum = values.integer(PREFIX + "max-message-bytes", 1024, LARGEST_MESSAGE);
    var perMinute = values.integer(PREFIX + "messages-per-minute", 1, 100_000_000);
    var burst = values.integer(PREFIX + "message-burst", 1, 100_000_000);
    var queueMessages = values.integer(PREFIX + "queue-messages", 16, 100_000);
    var queueBytes = values.integer(PREFIX + "queue-bytes", LARGEST_MESSAGE, 64 * 1024 * 1024);
    var oldest = duration(values, "oldest-unsent");
    var hello = duration(values, "hello-deadline");
    var sockets = values.integer(PREFIX + "sockets-per-subject", 1, 1000);
    if (values.problems().size() > complaints) {
      return ConnectionLimits.defaults();
    }
    return new ConnectionLimits(
        maximum,
        perMinute,
        burst,
        queueMessages,
        queueBytes,
        oldest,
        hello,
        pingInterval,
        deadAfter,
        sockets);
  }

  private static Duration duration(Values values, String name) {
    return values.duration(PREFIX + name, SHORTEST, LONGEST);
  }
}
