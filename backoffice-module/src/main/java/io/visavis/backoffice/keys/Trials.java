package io.visavis.backoffice.keys;

import io.visavis.backoffice.access.Attempts;
import io.visavis.backoffice.configuration.KeySettings;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** How often an account's admins may try something that costs. */
@ApplicationScoped
class Trials {
  private Attempts attempts;

  Trials() {}

  @Inject
  Trials(KeySettings settings, Clock clock) {
    this.attempts = new Attempts(settings.trialsPerMinute(), clock);
  }

  /**
   * Takes one of the account's trials.
   *
   * @throws Refused {@code too-many-messages} when none is left in this minute
   */
  void take(String accountId) {
    if (!attempts.take(accountId)) {
      throw new Refused(ErrorCode.TOO_MANY_MESSAGES, "too many tries; wait a minute");
    }
  }
}
