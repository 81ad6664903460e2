package io.visavis.signaling.connection;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A rate limit: so many at once after a rest, so many per minute in the long run. Safe for use by
 * many threads.
 */
public final class TokenBucket {
  private static final long NANOS_PER_MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final long full;
  private final long price;
  private final LongSupplier nanoTime;
  // Nanoseconds of waiting that are paid for: whole numbers, so that nothing is lost to rounding.
  private long credit;
  private long filledAt;

  /**
   * A full bucket.
   *
   * @param capacity how many may be taken at once
   * @param perMinute how many come back in a minute
   * @param nanoTime a monotonic clock in nanoseconds, such as {@code System::nanoTime}
   */
  public TokenBucket(int capacity, int perMinute, LongSupplier nanoTime) {
    this.price = NANOS_PER_MINUTE / perMinute;
    this.full = capacity * price;
    this.nanoTime = nanoTime;
    this.credit = full;
    this.filledAt = nanoTime.getAsLong();
  }

  /** Takes one; false when there is none, and then nothing is taken. */
  public synchronized boolean tryTake() {
    long now = nanoTime.getAsLong();
    credit = Math.min(full, credit + Math.min(full, now - filledAt));
    filledAt = now;
    if (credit < price) {
      return false;
    }
    credit -= price;
    return true;
  }
}
