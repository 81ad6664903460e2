package io.visavis.backoffice.composition;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for work that may wait for the database. A pool of our own, because the server's default
 * executor has no bound on its threads: a stalled database would collect one for every message.
 */
@Singleton
class Workers implements Executor {
  /** Less than the connections of the data source, so that REST always finds one. */
  private static final int THREADS = 12;

  private static final int WAITING = 20_000;
  private static final long IDLE_SECONDS = 30;

  @Resource private ManagedThreadFactory threads;
  private ThreadPoolExecutor pool;

  @PostConstruct
  void start() {
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            threads);
    pool.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable work) {
    pool.execute(work);
  }

  @PreDestroy
  void stop() {
    pool.shutdown();
  }
}
