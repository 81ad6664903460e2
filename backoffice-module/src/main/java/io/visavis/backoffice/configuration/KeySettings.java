package io.visavis.backoffice.configuration;

import java.time.Duration;

/**
 * Keys of hosts.
 *
 * @param mostActive keys of an account that may be active at once
 * @param longestOverlap how long a rolled key may stay beside its successor
 * @param trialsPerMinute tries of tokens and of key set addresses that an account may make
 * @param sets how key sets are fetched
 */
public record KeySettings(
    int mostActive, Duration longestOverlap, int trialsPerMinute, KeySets sets) {

  /**
   * How key sets that hosts publish are fetched.
   *
   * @param fresh how long a copy is used unasked
   * @param pause from one attempt to the next, of an account
   * @param stale how long a copy is used while the host does not answer
   * @param patience how long a token waits for its key
   * @param mostBytes of a set
   * @param mostKeys of a set
   */
  public record KeySets(
      Duration fresh,
      Duration pause,
      Duration stale,
      Duration patience,
      int mostBytes,
      int mostKeys) {}

  static KeySettings read(Values values) {
    var second = Duration.ofSeconds(1);
    return new KeySettings(
        values.integer("visavis.keys.most-active", 2, 1000),
        values.duration("visavis.keys.longest-overlap", second, Duration.ofDays(365)),
        values.integer("visavis.keys.trials-per-minute", 1, 1000),
        new KeySets(
            values.duration("visavis.keys.jwks-fresh", second, Duration.ofHours(24)),
            values.duration("visavis.keys.jwks-pause", second, Duration.ofHours(1)),
            values.duration("visavis.keys.jwks-stale", second, Duration.ofDays(30)),
            values.duration(
                "visavis.keys.jwks-patience", Duration.ofMillis(100), Duration.ofSeconds(30)),
            values.integer("visavis.keys.jwks-most-bytes", 1024, 1_048_576),
            values.integer("visavis.keys.jwks-most-keys", 1, 256)));
  }
}
