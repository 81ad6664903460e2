package io.visavis.backoffice.reference;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The threads of the chat. A socket's own thread belongs to the HTTP pool, so nothing that waits
 * for the database may run there.
 */
@ApplicationScoped
class ChatWorkers {
  private static final Logger LOG = System.getLogger(ChatWorkers.class.getName());

  @Resource private ManagedExecutorService workers;
  @Resource private ManagedScheduledExecutorService timer;
  private ChatHall hall;
  private ChatHousekeeping housekeeping;
  private DemoSettings settings;
  private ScheduledFuture<?> sweeping;

  /** For the container's proxy. */
  protected ChatWorkers() {}

  @Inject
  ChatWorkers(ChatHall hall, ChatHousekeeping housekeeping, DemoSettings settings) {
    this.hall = hall;
    this.housekeeping = housekeeping;
    this.settings = settings;
  }

  Executor executor() {
    return workers;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
    if (settings.enabled()) {
      sweeping = timer.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
    }
  }

  /** An exception would end the schedule for good. */
  private void sweep() {
    try {
      housekeeping.sweep();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "looking after the chat failed; it is tried again", e);
    }
  }

  /** Clients are told to come back; the container would cut them off without a word. */
  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
    if (sweeping != null) {
      sweeping.cancel(false);
    }
    hall.connections().forEach(connection -> connection.close(ChatClose.RESTART));
  }
}
