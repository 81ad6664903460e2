package io.visavis.backoffice.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts attempts per key within a minute; old keys give way to new ones. */
public final class Attempts {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int KEYS = 10_000;

  private final int limit;
  private final Clock clock;
  private final Map<String, Window> windows =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > KEYS;
        }
      };

  private record Window(Instant start, int failures) {}

  /** At most {@code limit} attempts a minute for each key. */
  public Attempts(int limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** Whether that key still has an attempt left in its present minute. */
  public synchronized boolean allowed(String key) {
    return current(key).failures() < limit;
  }

  /** Takes one of that key's attempts; false when none is left. */
  public synchronized boolean take(String key) {
    if (!allowed(key)) {
      return false;
    }
    failed(key);
    return true;
  }

  /** Counts one that failed. */
  public synchronized void failed(String key) {
    var window = current(key);
    windows.put(key, new Window(window.start(), window.failures() + 1));
  }

  /** How many keys are remembered. */
  synchronized int size() {
    return windows.size();
  }

  private Window current(String key) {
    var now = clock.instant();
    var window = windows.get(key);
    return window == null || !now.isBefore(window.start().plus(WINDOW))
        ? new Window(now, 0)
        : window;
  }
}
