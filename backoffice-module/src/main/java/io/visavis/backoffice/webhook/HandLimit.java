package io.visavis.backoffice.webhook;

import io.visavis.backoffice.configuration.WebhookSettings;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.webhook.Endpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** How often an account's admins may send something by hand. */
@ApplicationScoped
class HandLimit {
  private io.visavis.backoffice.access.Attempts attempts;

  HandLimit() {}

  @Inject
  HandLimit(WebhookSettings settings, Clock clock) {
    this.attempts = new io.visavis.backoffice.access.Attempts(settings.byHandPerMinute(), clock);
  }

  /**
   * Takes one of the account's.
   *
   * @throws Refused {@code wrong-state} when nothing is sent to that endpoint, {@code
   *     too-many-messages} when none is left in this minute
   */
  void take(Endpoint endpoint) {
    if (endpoint.status() != Endpoint.Status.ENABLED) {
      throw new Refused(ErrorCode.WRONG_STATE, "the endpoint is off; enable it first");
    }
    if (!attempts.take(endpoint.accountId())) {
      throw new Refused(ErrorCode.TOO_MANY_MESSAGES, "too much sent by hand; wait a minute");
    }
  }
}
