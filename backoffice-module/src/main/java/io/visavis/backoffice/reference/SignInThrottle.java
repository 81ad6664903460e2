package io.visavis.backoffice.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Slows down guessing of passwords: after too many failures, from one address or for one user, no
 * more attempts until the window has passed. Success does not count.
 */
@ApplicationScoped
class SignInThrottle {
  static final Duration WINDOW = Duration.ofMinutes(5);
  static final int FAILURES = 10;

  /** Beyond so many the oldest knowledge goes: memory matters more than the exact count. */
  private static final int REMEMBERED = 10_000;

  private final Map<String, Failures> failures = new HashMap<>();
  private final Clock clock;

  private record Failures(int count, Instant since) {}

  SignInThrottle() {
    this(Clock.systemUTC());
  }

  SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  /** Whether an attempt may be made. */
  synchronized boolean allows(String address, String login) {
    forgetOld();
    return count("address " + address) < FAILURES && count("login " + login) < FAILURES;
  }

  private int count(String key) {
    Failures known = failures.get(key);
    return known == null ? 0 : known.count();
  }

  /** Counts a failed attempt. */
  synchronized void failed(String address, String login) {
    count("address " + address, clock.instant());
    count("login " + login, clock.instant());
  }

  private void count(String key, Instant now) {
    failures.merge(
        key, new Failures(1, now), (known, one) -> new Failures(known.count() + 1, known.since()));
  }

  private void forgetOld() {
    if (failures.size() > REMEMBERED) {
      failures.clear();
    }
    Instant start = clock.instant().minus(WINDOW);
    failures.values().removeIf(known -> known.since().isBefore(start));
  }
}
