package io.visavis.signaling.connection;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A monotonic clock that only a test moves. */
final class HandClock implements LongSupplier {
  // Close to the wrap-around: comparisons must survive it, as with System.nanoTime.
  private long now = Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();

  void advance(Duration by) {
    now += by.toNanos();
  }

  @Override
  public long getAsLong() {
    return now;
  }
}
