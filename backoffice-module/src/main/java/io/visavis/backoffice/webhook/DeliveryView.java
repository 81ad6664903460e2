package io.visavis.backoffice.webhook;

import io.visavis.signaling.webhook.Delivery;
import java.time.Instant;

/**
 * A delivery as account admins see it.
 *
 * @param messageId what the receiver gets as {@code webhook-id}
 * @param type the event's word
 * @param status {@code waiting|delivered|failed}
 * @param nextAt when the next attempt is due, or null
 * @param body the event exactly as it is sent
 * @param last the last attempt, or null before the first
 */
public record DeliveryView(
    String id,
    String messageId,
    String type,
    String status,
    int attempts,
    Instant createdAt,
    Instant nextAt,
    String body,
    Last last) {

  /** One attempt. {@code httpStatus}, or {@code error} where there was no answer, is null. */
  public record Last(Instant at, Integer httpStatus, String error, String answer) {}

  static DeliveryView of(Delivery delivery) {
    var last = delivery.last();
    return new DeliveryView(
        delivery.id(),
        delivery.messageId(),
        delivery.type(),
        delivery.status().word(),
        delivery.attempts(),
        delivery.createdAt(),
        delivery.nextAt(),
        delivery.body(),
        last == null ? null : new Last(last.at(), last.httpStatus(), last.error(), last.answer()));
  }
}
