package io.visavis.backoffice.retention;

import io.visavis.backoffice.configuration.RetentionSettings;
import io.visavis.signaling.policy.RetentionStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** One round: account by account, batch by batch, until nothing is left or the round is full. */
@Dependent
public class Retention {
  private static final System.Logger LOG = System.getLogger(Retention.class.getName());

  /** What a round removes of each kind at most, in batches; the next round goes on from there. */
  static final int BATCHES = 200;

  private final RetentionStore store;
  private final RetentionSettings settings;
  private final Clock clock;
  private final MetricRegistry metrics;

  @Inject
  Retention(RetentionStore store, RetentionSettings settings, Clock clock, MetricRegistry metrics) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** What one step removes of an account from before a moment; returns how many. */
  @FunctionalInterface
  private interface Step {
    int forget(String accountId, Instant then, int limit);
  }

  /** Runs one round, and says in one line what is gone. */
  public void round() {
    var terms = store.terms();
    var now = clock.instant();
    var gone = new int[4];
    for (var term : terms) {
      var days = term.days() == null ? settings.days() : term.days();
      var then = now.minus(Duration.ofDays(days));
      gone[0] += all(store::forgetSessions, term.accountId(), then);
      gone[1] += all(store::forgetHelpCalls, term.accountId(), then);
      gone[2] += all(store::forgetMessages, term.accountId(), then);
      gone[3] += all(store::forgetConversations, term.accountId(), then);
    }
    count("session", gone[0]);
    count("help-call", gone[1]);
    count("event", gone[2]);
    count("conversation", gone[3]);
    if (gone[0] + gone[1] + gone[2] + gone[3] > 0) {
      LOG.log(
          System.Logger.Level.INFO,
          "Retention is over for {0} sessions, {1} calls for help, {2} events, {3} conversations",
          gone[0],
          gone[1],
          gone[2],
          gone[3]);
    }
  }

  private int all(Step step, String accountId, Instant then) {
    return repeated(() -> step.forget(accountId, then, settings.batch()));
  }

  private int repeated(IntSupplier batch) {
    var all = 0;
    for (int n = 0; n < BATCHES; n++) {
      var now = batch.getAsInt();
      all += now;
      if (now < settings.batch()) {
        break;
      }
    }
    return all;
  }

  private void count(String kind, int many) {
    var description =
        Metadata.builder()
            .withName("visavis_forgotten")
            .withDescription("Things removed because their retention was over, by kind")
            .build();
    metrics.counter(description, new Tag("kind", kind)).inc(many);
  }
}
