package io.visavis.backoffice.reference;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Runs the tasks of one connection one after the other, on threads that may wait. */
final class SerialTasks {
  private static final Logger LOG = System.getLogger(SerialTasks.class.getName());

  private final Executor executor;
  private final int limit;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  /**
   * Makes an empty queue.
   *
   * @param limit how many tasks may wait
   */
  SerialTasks(Executor executor, int limit) {
    this.executor = executor;
    this.limit = limit;
  }

  /** Queues a task; false when too many wait. */
  boolean offer(Runnable task) {
    synchronized (this) {
      if (waiting.size() >= limit) {
        return false;
      }
    }
    add(task);
    return true;
  }

  /** Queues a task whatever waits before it: for the last one. */
  void add(Runnable task) {
    synchronized (this) {
      waiting.add(task);
      if (running) {
        return;
      }
      running = true;
    }
    executor.execute(this::runAll);
  }

  private void runAll() {
    for (Runnable task = next(); task != null; task = next()) {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "a chat task failed", e);
      }
    }
  }

  private synchronized Runnable next() {
    Runnable task = waiting.poll();
    running = task != null;
    return task;
  }
}
