package io.visavis.signaling.endpoint;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs the work of one connection in order, one piece at a time, on shared workers. The thread that
 * reads the socket never waits for the database, so one client cannot starve the others.
 */
final class Mailbox {
  private final Executor workers;
  private final int capacity;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  Mailbox(Executor workers, int capacity) {
    this.workers = workers;
    this.capacity = capacity;
  }

  /** Puts work in line; false when the line is full or nobody works any more. */
  boolean post(Runnable work) {
    synchronized (this) {
      if (waiting.size() >= capacity) {
        return false;
      }
      return enqueue(work);
    }
  }

  /** Puts the last piece of work in line, however long the line is. */
  synchronized boolean postLast(Runnable work) {
    return enqueue(work);
  }

  private boolean enqueue(Runnable work) {
    waiting.add(work);
    if (running) {
      return true;
    }
    running = true;
    try {
      workers.execute(this::drain);
      return true;
    } catch (RejectedExecutionException e) {
      running = false;
      waiting.remove(work);
      return false;
    }
  }

  private void drain() {
    for (var work = next(); work != null; work = next()) {
      work.run();
    }
  }

  private synchronized Runnable next() {
    var work = waiting.poll();
    running = work != null;
    return work;
  }
}
