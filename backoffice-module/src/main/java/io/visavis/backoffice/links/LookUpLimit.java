package io.visavis.backoffice.links;

import io.visavis.backoffice.access.Attempts;
import io.visavis.backoffice.configuration.LinkSettings;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** How often one address may look at or answer links. */
@ApplicationScoped
class LookUpLimit {
  private Attempts attempts;

  LookUpLimit() {}

  @Inject
  LookUpLimit(LinkSettings settings, Clock clock) {
    this.attempts = new Attempts(settings.lookupsPerMinute(), clock);
  }

  /**
   * Counts one look.
   *
   * @throws Refused {@code too-many-messages} when that address has none left in this minute
   */
  void count(String address) {
    if (!attempts.take(address)) {
      throw new Refused(ErrorCode.TOO_MANY_MESSAGES, "too many links looked at; wait a minute");
    }
  }
}
