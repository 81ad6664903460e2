package io.visavis.backoffice.configuration;

import java.time.Duration;

/**
 * Limits and deadlines of WebSocket connections; docs/configuration.md says what each does.
 *
 * @param deadAfter longer than two pings, so that one lost answer is forgiven
 */
record WebSocketSettings(
    Duration helloDeadline,
    Duration pingInterval,
    Duration deadAfter,
    int maximumMessageBytes,
    int messagesPerMinute,
    int messageBurst,
    int queueMessages,
    int queueBytes,
    Duration oldestUnsent,
    int socketsPerSubject) {
  private static final String PREFIX = "visavis.websocket.";
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Largest message that still fits the buffer of web.xml eight times. */
  private static final int LARGEST_MESSAGE = 65_536;

  static WebSocketSettings read(Values values) {
    var settings =
        new WebSocketSettings(
            duration(values, "hello-deadline"),
            duration(values, "ping-interval"),
            duration(values, "dead-after"),
            values.integer(PREFIX + "max-message-bytes", 1024, LARGEST_MESSAGE),
            values.integer(PREFIX + "messages-per-minute", 1, 100_000_000),
            values.integer(PREFIX + "message-burst", 1, 100_000_000),
            values.integer(PREFIX + "queue-messages", 16, 100_000),
            values.integer(PREFIX + "queue-bytes", LARGEST_MESSAGE, 64 * 1024 * 1024),
            duration(values, "oldest-unsent"),
            values.integer(PREFIX + "sockets-per-subject", 1, 1000));
    if (settings.deadAfter.compareTo(settings.pingInterval.multipliedBy(2)) <= 0) {
      values.complain(
          PREFIX + "dead-after",
          settings.deadAfter.toString(),
          "longer than two ping intervals of " + settings.pingInterval,
          settings.pingInterval.multipliedBy(5).dividedBy(2).toString());
    }
    return settings;
  }

  private static Duration duration(Values values, String name) {
    return values.duration(PREFIX + name, SHORTEST, LONGEST);
  }
}
