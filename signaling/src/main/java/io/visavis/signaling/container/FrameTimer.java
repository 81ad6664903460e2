package io.visavis.signaling.container;

import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A timer for the one kind of task that Tyrus schedules per frame: close the session when its idle
 * timeout is over.
 *
 * <p>Without an idle timeout the delay is zero and the task does nothing, so it is not run at all:
 * waking a thread for it would cost more than the frame.
 */
final class FrameTimer extends ScheduledThreadPoolExecutor {
  private static final ScheduledFuture<?> OVER = new Nothing();

  FrameTimer() {
    super(1, FrameTimer::thread, new ThreadPoolExecutor.DiscardPolicy());
    // Each frame cancels the timer of the one before: they must not pile up.
    setRemoveOnCancelPolicy(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "visavis-websocket-timer");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return delay <= 0 ? OVER : super.schedule(command, delay, unit);
  }

  /** A task that was over before it began. */
  private static final class Nothing extends FutureTask<Void> implements ScheduledFuture<Void> {
    Nothing() {
      super(() -> null);
      run();
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(0, other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
