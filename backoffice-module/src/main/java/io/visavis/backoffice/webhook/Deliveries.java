package io.visavis.backoffice.webhook;

import io.visavis.backoffice.configuration.OutboundSettings;
import io.visavis.backoffice.configuration.WebhookSettings;
import io.visavis.backoffice.outbound.CheckedHttp;
import io.visavis.signaling.webhook.WebhookStore;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Keeps the dispatcher running while the application is up. */
@ApplicationScoped
class Deliveries {
  private static final System.Logger LOG = System.getLogger(Deliveries.class.getName());
  private static final int LEASE_OF_TIMEOUTS = 3;
  private static final int PURGE_MINUTES = 10;
  private static final long IDLE_SECONDS = 30;

  @Resource private ManagedThreadFactory threads;
  @Inject private WebhookStore store;
  @Inject private CheckedHttp http;
  @Inject private WebhookSettings settings;
  @Inject private OutboundSettings outbound;
  @Inject private Clock clock;
  private ScheduledThreadPoolExecutor clocks;
  private ThreadPoolExecutor pool;

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    pool =
        new ThreadPoolExecutor(
            settings.workers(),
            settings.workers(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            // Never more than one waits for each worker: the dispatcher counts them.
            new LinkedBlockingQueue<>(settings.workers()),
            threads);
    pool.allowCoreThreadTimeOut(true);
    var dispatcher =
        new Dispatcher(
            store,
            new Attempts(http, settings, clock, new SecureRandom()),
            pool,
            settings.workers(),
            outbound.timeout().multipliedBy(LEASE_OF_TIMEOUTS),
            clock);
    clocks = new ScheduledThreadPoolExecutor(1, threads);
    every(settings.pollInterval().toMillis(), dispatcher::run);
    every(TimeUnit.MINUTES.toMillis(PURGE_MINUTES), this::purge);
  }

  /** What is under way is cut off, and due again when its lease is over. */
  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    if (clocks != null) {
      clocks.shutdownNow();
      pool.shutdownNow();
    }
  }

  private void purge() {
    var before = clock.instant().minus(settings.logRetention());
    var purged = 0;
    for (int some = store.purge(before); some > 0; some = store.purge(before)) {
      purged += some;
    }
    if (purged > 0) {
      LOG.log(System.Logger.Level.INFO, "{0} events left the webhook log", purged);
    }
  }

  private void every(long millis, Runnable work) {
    clocks.scheduleWithFixedDelay(
        () -> {
          try {
            work.run();
          } catch (RuntimeException | Error e) {
            // Whatever is thrown would end the schedule for good; the next round tries again.
            LOG.log(System.Logger.Level.ERROR, "A round of webhooks failed", e);
          }
        },
        millis,
        millis,
        TimeUnit.MILLISECONDS);
  }
}
