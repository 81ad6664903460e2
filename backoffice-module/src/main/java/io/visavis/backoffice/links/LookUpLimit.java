package io.visavis.backoffice.links;

import io.visavis.backoffice.access.Attempts;
import io.visavis.backoffice.configuration.LinkSettings;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * How often one link may be looked at or answered, and how often one address may come with a code
 * that is none. Only the latter goes by address: behind a proxy everybody has the same one, and a
 * genuine code must work for all of them.
 */
@ApplicationScoped
class LookUpLimit {
  private Attempts attempts;

  LookUpLimit() {}

  @Inject
  LookUpLimit(LinkSettings settings, Clock clock) {
    this.attempts = new Attempts(settings.lookupsPerMinute(), clock);
  }

  /**
   * Carries out one look or answer.
   *
   * @throws Refused {@code too-many-messages} when that link, or for a code that is none that
   *     address, has none left in this minute; what {@code work} throws
   */
  <T> T counted(String code, String address, Supplier<T> work) {
    take("link " + code);
    try {
      return work.get();
    } catch (Refused e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        take("address " + address);
      }
      throw e;
    }
  }

  private void take(String key) {
    if (!attempts.take(key)) {
      throw new Refused(ErrorCode.TOO_MANY_MESSAGES, "too many links looked at; wait a minute");
    }
  }
}
