package io.visavis.backoffice.reference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A token bucket: so many at once, then so many a second. */
final class RateLimit {
  private final double burst;
  private final double perSecond;
  private final Clock clock;
  private double tokens;
  private Instant filledAt;

  RateLimit(int burst, double perSecond, Clock clock) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.clock = clock;
    this.tokens = burst;
    this.filledAt = clock.instant();
  }

  /** Takes one; false when there is none left. */
  synchronized boolean take() {
    Instant now = clock.instant();
    double seconds = Math.max(0, Duration.between(filledAt, now).toNanos() / 1e9);
    filledAt = now;
    tokens = Math.min(burst, tokens + seconds * perSecond);
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
