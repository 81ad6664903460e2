package io.visavis.backoffice.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Work that comes back for as long as the application runs. Each piece has a thread of its own:
 * most of them wait for the database, and a database that hangs must not hold up keep-alive.
 */
final class Clocks {
  private static final System.Logger LOG = System.getLogger(Clocks.class.getName());

  private final ThreadFactory threads;
  private final List<ScheduledExecutorService> running = new ArrayList<>();

  Clocks(ThreadFactory threads) {
    this.threads = threads;
  }

  /**
   * Does {@code work} again and again, that many milliseconds after it was done; whatever it throws
   * is logged under its name.
   */
  void every(long millis, String name, Runnable work) {
    var own = new ScheduledThreadPoolExecutor(1, threads);
    running.add(own);
    own.scheduleWithFixedDelay(
        () -> {
          try {
            work.run();
          } catch (RuntimeException | Error e) {
            // Whatever is thrown would end the schedule for good; the next round tries again.
            LOG.log(System.Logger.Level.ERROR, "The " + name + " failed", e);
          }
        },
        millis,
        millis,
        TimeUnit.MILLISECONDS);
  }

  /** Nothing begins any more; what runs is interrupted. */
  void stop() {
    running.forEach(ScheduledExecutorService::shutdownNow);
  }
}
