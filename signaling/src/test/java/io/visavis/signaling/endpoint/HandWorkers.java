package io.visavis.signaling.endpoint;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Workers that work at once, or when the test says so, or not at all. */
final class HandWorkers implements Executor {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  boolean paused;
  boolean overloaded;

  @Override
  public void execute(Runnable work) {
    if (overloaded) {
      throw new RejectedExecutionException("no room");
    }
    if (paused) {
      waiting.add(work);
    } else {
      work.run();
    }
  }

  /** Does what waits, as when the database answers at last. */
  void goOn() {
    paused = false;
    for (var work = waiting.poll(); work != null; work = waiting.poll()) {
      work.run();
    }
  }
}
