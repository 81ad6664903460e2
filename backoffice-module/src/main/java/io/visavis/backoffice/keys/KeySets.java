package io.visavis.backoffice.keys;

import io.visavis.backoffice.configuration.KeySettings;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.token.PublishedKeys;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The key sets that hosts publish, each kept for a while. */
@ApplicationScoped
class KeySets implements PublishedKeys {
  private static final int THREADS = 4;
  private static final int QUEUE = 100;
  private static final int MOST_ACCOUNTS = 1000;

  /**
   * Tokens are verified where messages are handled: those who wait for a slow host may take a
   * quarter of these threads, whoever's host it is.
   */
  private static final int MOST_WAITING = 3;

  @Resource private ManagedThreadFactory threads;
  private AgentKeyStore keys;
  private KeySetFetch fetch;
  private KeySettings.KeySets settings;
  private Clock clock;
  private Executor executor;
  private ThreadPoolExecutor pool;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final Map<String, KeySetCopy> copies =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KeySetCopy> eldest) {
          return size() > MOST_ACCOUNTS;
        }
      };

  KeySets() {}

  @Inject
  KeySets(AgentKeyStore keys, KeySetFetch fetch, KeySettings settings, Clock clock) {
    this(keys, fetch, settings.sets(), clock, null);
  }

  KeySets(
      AgentKeyStore keys,
      KeySetFetch fetch,
      KeySettings.KeySets settings,
      Clock clock,
      Executor executor) {
    this.keys = keys;
    this.fetch = fetch;
    this.settings = settings;
    this.clock = clock;
    this.executor = executor;
  }

  @Override
  public Optional<AgentKey> find(String accountId, String kid) {
    return keys.jwksUrl(accountId).flatMap(url -> copy(accountId, url).key(kid));
  }

  /** What is known of the account's set; the set is not fetched for this. */
  Optional<KeySetCopy.Known> known(String accountId) {
    return keys.jwksUrl(accountId).map(url -> copy(accountId, url).known());
  }

  private KeySetCopy copy(String accountId, String url) {
    synchronized (copies) {
      var copy = copies.get(accountId);
      if (copy == null || !copy.isOf(url)) {
        copy = new KeySetCopy(accountId, url, fetch, settings, clock, this::run, waiting);
        copies.put(accountId, copy);
      }
      return copy;
    }
  }

  /** On threads of its own: those of requests and sockets never wait longer than they want to. */
  private void run(Runnable work) {
    executor().execute(work);
  }

  /**
   * Made at first use, when the container has injected its threads.
   *
   * @throws RejectedExecutionException from the pool when too many hosts are slow at once
   */
  private synchronized Executor executor() {
    if (executor == null) {
      pool =
          new ThreadPoolExecutor(
              THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(QUEUE), threads);
      pool.allowCoreThreadTimeOut(true);
      executor = pool;
    }
    return executor;
  }

  @PreDestroy
  synchronized void close() {
    if (pool != null) {
      pool.shutdownNow();
    }
  }
}
