package io.visavis.backoffice.configuration;

import java.time.Duration;
import java.util.Optional;

/**
 * The service's own tokens: how long they live, and the secret before the present one.
 *
 * @param previousSecret still verifies while a new secret is brought in; empty otherwise
 */
public record TokenSettings(Duration life, Duration ticketLife, Optional<String> previousSecret) {
  private static final String PREVIOUS = "visavis.service.previous-secret";

  static TokenSettings read(Values values) {
    var previous = values.optional(PREVIOUS);
    previous.ifPresent(
        given ->
            values.secret(
                PREVIOUS,
                ServiceSettings.MINIMUM_SECRET,
                "Give the former visavis.service.secret, or remove the key."));
    return new TokenSettings(
        values.duration("visavis.token.life", Duration.ofMinutes(2), Duration.ofHours(1)),
        values.duration("visavis.token.ticket-life", Duration.ofSeconds(10), Duration.ofMinutes(1)),
        previous);
  }

  /** Without the secret: it may be logged. */
  @Override
  public String toString() {
    return "TokenSettings[" + life + ", " + ticketLife + "]";
  }
}
