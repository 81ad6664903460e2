package io.visavis.signaling.webhook;

import java.time.Instant;

/**
 * One event on its way to one endpoint.
 *
 * @param id {@code whd_…}
 * @param messageId the event's id, {@code msg_…}: the same at every attempt and every endpoint
 * @param type the event's word
 * @param body the event itself, JSON
 * @param step how many of the attempts of the present round were made
 * @param attempts how many attempts were made at all
 * @param nextAt when the next one is due, or null when none is
 * @param version guards each change
 * @param last what became of the last attempt, or null before the first
 */
public record Delivery(
    String id,
    String endpointId,
    String messageId,
    String type,
    String body,
    Status status,
    int step,
    int attempts,
    Instant createdAt,
    Instant nextAt,
    long version,
    Attempt last) {

  /** Where it stands. */
  public enum Status {
    /** An attempt is due or being made. */
    WAITING("waiting"),
    /** The receiver has it. */
    DELIVERED("delivered"),
    /** Given up; it may be sent again by hand. */
    FAILED("failed");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** The machine word. */
    public String word() {
      return word;
    }
  }

  /**
   * One attempt.
   *
   * @param httpStatus what the receiver answered, or null when there was no answer
   * @param error why there was none, a short English sentence, or null
   * @param answer the beginning of the receiver's answer, or null
   */
  public record Attempt(Instant at, Integer httpStatus, String error, String answer) {}
}
