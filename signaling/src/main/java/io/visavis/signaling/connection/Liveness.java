package io.visavis.signaling.connection;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether the other end is still there. Fed by frames that came from it and by nothing else: what
 * this side sends proves nothing about the other.
 */
public final class Liveness {
  private final long pingInterval;
  private final long deadAfter;
  private final LongSupplier nanoTime;
  private volatile long heardAt;
  private volatile long pingedAt;

  /**
   * Alive from now on.
   *
   * @param nanoTime a monotonic clock in nanoseconds
   */
  public Liveness(Duration pingInterval, Duration deadAfter, LongSupplier nanoTime) {
    this.pingInterval = pingInterval.toNanos();
    this.deadAfter = deadAfter.toNanos();
    this.nanoTime = nanoTime;
    this.heardAt = nanoTime.getAsLong();
    this.pingedAt = heardAt;
  }

  /** A frame came. */
  public void heard() {
    heardAt = nanoTime.getAsLong();
  }

  /** Whether nothing came for too long. */
  public boolean dead() {
    return nanoTime.getAsLong() - heardAt >= deadAfter;
  }

  /** Whether it is time to ping again; true once per interval. For one caller at a time. */
  public boolean pingDue() {
    long now = nanoTime.getAsLong();
    if (now - pingedAt < pingInterval) {
      return false;
    }
    pingedAt = now;
    return true;
  }

  /** How long ago the last frame came. */
  public Duration silence() {
    return Duration.ofNanos(nanoTime.getAsLong() - heardAt);
  }
}
