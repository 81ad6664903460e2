package io.visavis.backoffice.webhook;

import io.visavis.signaling.webhook.WebhookStore;
import io.visavis.signaling.webhook.WebhookStore.Due;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes what is due from the outbox and has it attempted: as much at a time as there are workers,
 * account by account in turn, one at a time for each endpoint and a quarter of the workers for each
 * account, so that slow receivers and long queues hold up nobody else's.
 */
final class Dispatcher {
  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final int SHARE = 4;

  private final WebhookStore store;
  private final Attempts attempts;
  private final Executor pool;
  private final int workers;
  private final Duration lease;
  private final Clock clock;

  /** Endpoints with an attempt under way, and whose they are. */
  private final Map<String, String> busy = new ConcurrentHashMap<>();

  /**
   * Accounts that had their turn in this round: however much is due of one, the next attempt is
   * another's.
   */
  private final Set<String> served = new HashSet<>();

  /**
   * Makes a dispatcher.
   *
   * @param lease how long a node that took a delivery may be silent before another takes it; longer
   *     than an attempt can last
   */
  Dispatcher(
      WebhookStore store,
      Attempts attempts,
      Executor pool,
      int workers,
      Duration lease,
      Clock clock) {
    this.store = store;
    this.attempts = attempts;
    this.pool = pool;
    this.workers = workers;
    this.lease = lease;
    this.clock = clock;
  }

  /** Starts what is due and can be started now. */
  synchronized void run() {
    var more = true;
    while (more && busy.size() < workers) {
      more = startOfOthers();
      if (!more && !served.isEmpty()) {
        served.clear();
        more = startOfOthers();
      }
    }
  }

  /** Starts one each of accounts that were not served in this round; whether it started any. */
  private boolean startOfOthers() {
    var free = workers - busy.size();
    var left = Stream.concat(served.stream(), full()).collect(Collectors.toSet());
    var started = false;
    for (var due : store.due(clock.instant(), Set.copyOf(busy.keySet()), left, free)) {
      var account = due.endpoint().accountId();
      if (!served.contains(account) && start(due)) {
        served.add(account);
        started = true;
      }
    }
    return started;
  }

  private Stream<String> full() {
    return busy.values().stream().filter(this::isFull);
  }

  private boolean isFull(String account) {
    return Collections.frequency(busy.values(), account) >= Math.max(1, workers / SHARE);
  }

  private boolean start(Due due) {
    var endpoint = due.endpoint().id();
    if (busy.putIfAbsent(endpoint, due.endpoint().accountId()) != null) {
      return false;
    }
    var started = false;
    try {
      var claimed = store.claim(due.delivery(), clock.instant().plus(lease));
      if (claimed.isPresent()) {
        pool.execute(() -> attempt(new Due(claimed.get(), due.endpoint())));
        started = true;
      }
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "Closing down: the lease will run out");
    } finally {
      // Also when the database failed: an endpoint that stayed busy would never be told again.
      if (!started) {
        busy.remove(endpoint);
      }
    }
    return started;
  }

  private void attempt(Due due) {
    try {
      var outcome = attempts.make(due);
      store.attempted(due.delivery(), outcome);
      LOG.log(
          System.Logger.Level.INFO,
          "webhook {0} {1} to {2}: {3}",
          due.delivery().type(),
          due.delivery().messageId(),
          due.endpoint().id(),
          outcome.attempt().httpStatus() == null
              ? outcome.attempt().error()
              : outcome.attempt().httpStatus());
    } catch (RuntimeException e) {
      // The lease runs out, and the delivery is due again.
      LOG.log(System.Logger.Level.ERROR, "A webhook's attempt failed on our side", e);
    } finally {
      busy.remove(due.endpoint().id());
    }
  }
}
