package io.visavis.backoffice.retention;

import io.visavis.backoffice.configuration.RetentionSettings;
import io.visavis.signaling.policy.RetentionStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** One round: account by account, batch by batch, until nothing is left or the round is full. */
@Dependent
public class Retention {
  private static final System.Logger LOG = System.getLogger(Retention.class.getName());

  /** What a round removes of each kind at most, in batches; the next round goes on from there. */
  static final int BATCHES = 200;

  /** So many accounts in a row of which nothing went: it is not the accounts. */
  static final int FAULTS = 3;

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

  /** What one batch removes of an account from before a moment; returns how many. */
  @FunctionalInterface
  private interface Step {
    int forget(RetentionStore store, String accountId, Instant then, int limit);
  }

  /** What goes, in this order, and the metric's word for it. */
  private enum Kind {
    SESSION("session", RetentionStore::forgetSessions),
    HELP_CALL("help-call", RetentionStore::forgetHelpCalls),
    EVENT("event", RetentionStore::forgetMessages),
    CONVERSATION("conversation", RetentionStore::forgetConversations);

    private final String word;
    private final Step step;

    Kind(String word, Step step) {
      this.word = word;
      this.step = step;
    }
  }

  /**
   * Runs one round, and says in one line what is gone. What fails for one account is left to the
   * next round and keeps nothing else from going; but where account after account fails, or the
   * application stops, so does the round.
   */
  public void round() {
    var now = clock.instant();
    var gone = new EnumMap<Kind, Integer>(Kind.class);
    for (var kind : Kind.values()) {
      gone.put(kind, 0);
    }
    try {
      var failedInARow = 0;
      for (var term : store.terms()) {
        var days = term.days() == null ? settings.days() : term.days();
        var went = forget(term.accountId(), now.minus(Duration.ofDays(days)), gone);
        failedInARow = went ? 0 : failedInARow + 1;
        if (failedInARow == FAULTS || Thread.currentThread().isInterrupted()) {
          return;
        }
      }
    } finally {
      gone.forEach((kind, many) -> count(kind.word, many));
      tell(gone);
    }
  }

  /** Forgets every kind; tells whether any of them went. */
  private boolean forget(String accountId, Instant then, Map<Kind, Integer> gone) {
    var went = false;
    for (var kind : Kind.values()) {
      went |= forget(kind, accountId, then, gone);
    }
    return went;
  }

  private boolean forget(Kind kind, String accountId, Instant then, Map<Kind, Integer> gone) {
    try {
      for (int n = 0; n < BATCHES; n++) {
        var many = kind.step.forget(store, accountId, then, settings.batch());
        gone.merge(kind, many, Integer::sum);
        if (many < settings.batch()) {
          break;
        }
      }
      return true;
    } catch (RuntimeException fault) {
      LOG.log(
          System.Logger.Level.ERROR,
          "What is over of account {0} stays for now ({1}): {2}",
          accountId,
          kind.word,
          fault.toString());
      LOG.log(System.Logger.Level.DEBUG, "Retention failed", fault);
      return false;
    }
  }

  private static void tell(Map<Kind, Integer> gone) {
    if (gone.values().stream().anyMatch(many -> many > 0)) {
      LOG.log(
          System.Logger.Level.INFO,
          "Retention is over for {0} sessions, {1} calls for help, {2} events, {3} conversations",
          gone.values().toArray());
    }
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
