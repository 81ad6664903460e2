package io.visavis.signaling.connection;

import java.time.Duration;

/**
 * What one connection may cost. Each component has its key under {@code visavis.websocket.}; a
 * value that cannot work is refused with a sentence that names key, value and remedy.
 *
 * @param maxMessageBytes longest message accepted, UTF-8 bytes
 * @param messagesPerMinute messages accepted per minute in the long run
 * @param messageBurst messages accepted at once after a rest
 * @param queueMessages messages waiting to be written before the client counts as too slow
 * @param queueBytes the same in UTF-8 bytes
 * @param oldestUnsent how long the oldest unwritten message may wait
 * @param helloDeadline from the opening to a successful {@code hello}
 * @param pingInterval from one {@code ping} of the server to the next
 * @param deadAfter silence of the client after which it counts as lost
 * @param socketsPerSubject connections of one account's agent or visitor at once
 */
public record ConnectionLimits(
    int maxMessageBytes,
    int messagesPerMinute,
    int messageBurst,
    int queueMessages,
    int queueBytes,
    Duration oldestUnsent,
    Duration helloDeadline,
    Duration pingInterval,
    Duration deadAfter,
    int socketsPerSubject) {

  /**
   * Checks that the values can work together.
   *
   * @throws IllegalArgumentException naming key, value and remedy
   */
  public ConnectionLimits {
    atLeast("max-message-bytes", maxMessageBytes, 1024);
    atLeast("messages-per-minute", messagesPerMinute, 1);
    atLeast("message-burst", messageBurst, 1);
    atLeast("queue-messages", queueMessages, 1);
    atLeast("queue-bytes", queueBytes, maxMessageBytes);
    atLeast("sockets-per-subject", socketsPerSubject, 1);
    positive("oldest-unsent", oldestUnsent);
    positive("hello-deadline", helloDeadline);
    positive("ping-interval", pingInterval);
    if (deadAfter.compareTo(pingInterval) <= 0) {
      throw refused("dead-after", deadAfter, "give more than visavis.websocket.ping-interval");
    }
  }

  private static void atLeast(String key, int value, int least) {
    if (value < least) {
      throw refused(key, value, "give at least " + least);
    }
  }

  private static void positive(String key, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw refused(key, value, "give a positive duration such as PT10S");
    }
  }

  private static IllegalArgumentException refused(String key, Object value, String remedy) {
    return new IllegalArgumentException(
        "visavis.websocket." + key + " is " + value + ": " + remedy);
  }

  /** The shipped values, for tests; the running service reads its configuration. */
  public static ConnectionLimits defaults() {
    return new ConnectionLimits(
        65_536,
        100,
        60,
        256,
        1_048_576,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(25),
        8);
  }
}
