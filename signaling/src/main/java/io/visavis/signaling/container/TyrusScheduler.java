package io.visavis.signaling.container;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.server.ServerContainer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Gives Payara's WebSocket container a plain timer in place of the managed one.
 *
 * <p>For every frame in and out, Tyrus starts an idle timer anew, whether an idle timeout is set or
 * not. On Payara that goes to the managed scheduler, which looks up a service provider across all
 * jars of the server for each task; more than half of the processor goes there, and the round trips
 * per second drop to a quarter. Visavis has its own heartbeat and sets no idle timeout, so nothing
 * of value ever runs on that timer.
 *
 * <p>There is no setting for it, hence the reflection on a private field. When a later Payara has
 * no such field, or refuses, the container stays as it is shipped: slower, and otherwise the same.
 * What was done is logged at start.
 */
@WebListener
public final class TyrusScheduler implements ServletContextListener {
  static final String FIELD = "managedScheduledExecutorService";
  private static final Logger LOG = System.getLogger(TyrusScheduler.class.getName());

  private Object container;
  private Object shipped;
  private ScheduledExecutorService plain;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    replaceIn(event.getServletContext().getAttribute(ServerContainer.class.getName()));
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    restore();
  }

  /** Replaces the scheduler of this container; false when it stays as shipped. */
  boolean replaceIn(Object serverContainer) {
    if (serverContainer == null) {
      LOG.log(Level.WARNING, "No WebSocket container here: its timer is left alone");
      return false;
    }
    try {
      Field field = schedulerField(serverContainer.getClass());
      shipped = field.get(serverContainer);
      plain = new FrameTimer();
      field.set(serverContainer, plain);
      container = serverContainer;
      LOG.log(Level.INFO, "WebSocket frames use a plain timer instead of {0}", name(shipped));
      return true;
    } catch (ReflectiveOperationException | RuntimeException e) {
      stopPlain();
      LOG.log(
          Level.WARNING,
          "The WebSocket container keeps its own timer, which is slower: {0}",
          e.toString());
      return false;
    }
  }

  private static String name(Object scheduler) {
    return scheduler == null ? "a pool of ten threads" : scheduler.getClass().getSimpleName();
  }

  private static Field schedulerField(Class<?> type) throws NoSuchFieldException {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (field.getName().equals(FIELD)) {
          field.setAccessible(true);
          return field;
        }
      }
    }
    throw new NoSuchFieldException(type.getName() + "." + FIELD);
  }

  private void restore() {
    try {
      if (container != null) {
        schedulerField(container.getClass()).set(container, shipped);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.DEBUG, "The container keeps the stopped timer", e);
    } finally {
      container = null;
      stopPlain();
    }
  }

  private void stopPlain() {
    if (plain != null) {
      plain.shutdownNow();
      plain = null;
    }
  }
}
