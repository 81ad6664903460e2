package io.visavis.backoffice.keys;

import io.visavis.backoffice.configuration.KeySettings;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.token.Jwks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One account's key set: the last copy, and when it may be fetched again. */
final class KeySetCopy {
  private static final System.Logger LOG = System.getLogger(KeySetCopy.class.getName());

  private final String accountId;
  private final String url;
  private final KeySetFetch fetch;
  private final KeySettings.KeySets settings;
  private final Clock clock;
  private final Executor executor;
  private final Semaphore waiting;
  private List<Jwks.Entry> entries = List.of();
  private Instant fetchedAt;
  private Instant attemptedAt;
  private String problem = "";
  private CompletableFuture<Void> running;

  /**
   * An account's set, not fetched yet.
   *
   * @param waiting how many may wait for any host at once, of all accounts; the tokens of further
   *     ones are refused at once
   */
  KeySetCopy(
      String accountId,
      String url,
      KeySetFetch fetch,
      KeySettings.KeySets settings,
      Clock clock,
      Executor executor,
      Semaphore waiting) {
    this.accountId = accountId;
    this.url = url;
    this.fetch = fetch;
    this.settings = settings;
    this.clock = clock;
    this.executor = executor;
    this.waiting = waiting;
  }

  /**
   * What is known of a set.
   *
   * @param fetchedAt when the copy was fetched; null before the first
   * @param problem why the last attempt failed; {@code ""} when it did not
   */
  record Known(String url, Instant fetchedAt, String problem, List<Jwks.Entry> entries) {}

  boolean isOf(String address) {
    return url.equals(address);
  }

  synchronized Known known() {
    return new Known(url, fetchedAt, problem, entries);
  }

  /** The key of that id, fetched if need be and allowed. */
  Optional<AgentKey> key(String kid) {
    var found = present(kid);
    var attempt = due(found.isEmpty());
    if (attempt.isEmpty()) {
      return found;
    }
    // While a copy that will still do is renewed, nobody waits for it.
    if (found.isEmpty()) {
      await(attempt.get());
    }
    return present(kid);
  }

  private synchronized Optional<AgentKey> present(String kid) {
    if (!younger(fetchedAt, settings.stale())) {
      return Optional.empty();
    }
    return entries.stream()
        .filter(entry -> kid.equals(entry.kid()))
        .findFirst()
        .flatMap(Jwks.Entry::key)
        .map(key -> new AgentKey(kid, accountId, key.algorithm(), key.encoded()));
  }

  /** The attempt under way, or a new one if one is due; empty when the copy has to do. */
  private synchronized Optional<CompletableFuture<Void>> due(boolean unknown) {
    if (running != null) {
      return Optional.of(running);
    }
    var fresh = younger(fetchedAt, settings.fresh());
    if ((fresh && !unknown) || younger(attemptedAt, settings.pause())) {
      return Optional.empty();
    }
    attemptedAt = clock.instant();
    running = new CompletableFuture<>();
    var attempt = running;
    try {
      executor.execute(() -> attempt(attempt));
    } catch (RejectedExecutionException e) {
      finish(attempt, "busy");
    }
    return Optional.of(attempt);
  }

  private void attempt(CompletableFuture<Void> attempt) {
    try {
      var found = fetch.fetch(url);
      synchronized (this) {
        entries = found;
        fetchedAt = clock.instant();
      }
      finish(attempt, "");
    } catch (KeySetFetch.NoSet e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "key set of account {0} not fetched: {1}",
          accountId,
          e.word());
      finish(attempt, e.word());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "key set of account " + accountId + " not fetched", e);
      finish(attempt, "unreachable");
    }
  }

  private synchronized void finish(CompletableFuture<Void> attempt, String fault) {
    problem = fault;
    running = null;
    attempt.complete(null);
  }

  private void await(CompletableFuture<Void> attempt) {
    if (!waiting.tryAcquire()) {
      return;
    }
    try {
      attempt.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The attempt goes on; a later token finds what it brings.
    } finally {
      waiting.release();
    }
  }

  private boolean younger(Instant moment, Duration age) {
    return moment != null && clock.instant().isBefore(moment.plus(age));
  }
}
