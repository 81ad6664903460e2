package io.visavis.backoffice.metrics;

import io.visavis.signaling.endpoint.Gateway;
import io.visavis.signaling.session.SessionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** How many connections this node has and how many sessions are open, asked when it is scraped. */
@ApplicationScoped
class NodeGauges {
  private static final int MOST_SESSIONS = 10_000;

  void register(
      @Observes @Initialized(ApplicationScoped.class) Object context,
      MetricRegistry registry,
      Gateway gateway,
      SessionStore sessions) {
    registry.gauge(
        described("visavis_connections", "WebSocket connections of this node"),
        gateway,
        Gateway::connections);
    registry.gauge(
        described("visavis_sessions_open", "Sessions open in the database, at most 10,000"),
        sessions,
        store -> store.open(MOST_SESSIONS).size());
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
