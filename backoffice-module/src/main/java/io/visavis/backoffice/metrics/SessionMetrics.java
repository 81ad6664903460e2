package io.visavis.backoffice.metrics;

import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.RelayReach;
import io.visavis.signaling.protocol.Side;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts sessions by how they go on and end, on this node since its start. */
@ApplicationScoped
public class SessionMetrics {
  private MetricRegistry registry;

  SessionMetrics() {}

  @Inject
  SessionMetrics(MetricRegistry registry) {
    this.registry = registry;
  }

  /** A share request was stored. */
  public void requested() {
    count("visavis_share_requests", "Share requests sent");
  }

  /** A session moved on. */
  public void moved(ShareSession before, ShareSession after) {
    if (after.state() == SessionState.LIVE && before.state() == SessionState.ACCEPTED) {
      count("visavis_sessions_live", "Sessions that became live");
    }
    if (after.mediaAt() != null && before.mediaAt() == null) {
      registry
          .timer(described("visavis_first_picture", "From live to the first picture at the agent"))
          .update(Duration.between(after.liveAt(), after.mediaAt()));
    }
    if (after.state() == SessionState.ENDED) {
      ended(after.endReason());
    }
  }

  /** A request of a client was refused. */
  public void refused(ErrorCode code) {
    count("visavis_refusals", "Requests refused, by code", new Tag("code", code.word()));
  }

  /** A side of a session reaches no relay. */
  public void relayFailed(Side side, RelayReach reach) {
    count(
        "visavis_relay_failures",
        "Sides of sessions that reached no relay, by side and cause",
        new Tag("side", side.word()),
        new Tag("cause", reach.word()));
  }

  private void ended(EndReason reason) {
    count("visavis_sessions_ended", "Sessions ended, by reason", new Tag("reason", reason.word()));
  }

  private void count(String name, String description, Tag... tags) {
    registry.counter(described(name, description), tags).inc();
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
