package io.visavis.backoffice.composition;

import io.visavis.backoffice.metrics.SessionMetrics;
import io.visavis.signaling.broker.BrokerEvents;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.RelayReach;
import io.visavis.signaling.protocol.Side;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells the log and the metrics what the broker reports. */
@Singleton
class Reports implements BrokerEvents {
  private static final System.Logger LOG = System.getLogger("io.visavis.sessions");

  private final SessionMetrics metrics;

  @Inject
  Reports(SessionMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void requested(ShareSession session) {
    LOG.log(
        System.Logger.Level.INFO,
        "session {0} requested, account {1}",
        session.id(),
        session.accountId());
    metrics.requested();
  }

  @Override
  public void moved(ShareSession before, ShareSession after, Trigger trigger) {
    LOG.log(
        System.Logger.Level.INFO,
        "session {0} {1} to {2} by {3}{4}",
        after.id(),
        before.state(),
        after.state(),
        trigger,
        after.endReason() == null ? "" : ": " + after.endReason().word());
    metrics.moved(before, after);
  }

  @Override
  public void relayFailed(ShareSession session, Side side, RelayReach reach) {
    LOG.log(
        System.Logger.Level.INFO,
        "session {0}: the {1} reaches no relay: {2}",
        session.id(),
        side.word(),
        reach.word());
    metrics.relayFailed(side, reach);
  }

  @Override
  public void refused(ErrorCode code) {
    metrics.refused(code);
  }
}
