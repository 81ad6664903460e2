package io.visavis.backoffice.configuration;

import java.time.Duration;

/**
 * Requests that come with an Idempotency-Key.
 *
 * @param life how long an answer stands under its key
 */
public record IdempotencySettings(Duration life) {
  static IdempotencySettings read(Values values) {
    return new IdempotencySettings(
        values.duration("visavis.idempotency.life", Duration.ofMinutes(1), Duration.ofDays(7)));
  }
}
