package io.visavis.backoffice.keys;

import io.visavis.signaling.token.Jwks;
import java.time.Instant;
import java.util.List;

/**
 * A key set that a host publishes.
 *
 * @param fetchedAt when the copy in use was fetched, or null
 * @param problem why the last attempt failed: {@code address|unreachable|status|size|content|busy};
 *     null when it did not
 * @param detail more of the problem, for developers, or null
 */
public record KeySetView(
    String url, Instant fetchedAt, String problem, String detail, List<Entry> keys) {

  /**
   * One entry.
   *
   * @param kid null when it has none
   * @param algorithm null when it is not taken
   * @param problem why it is not taken, for developers; null when it is
   */
  public record Entry(String kid, String algorithm, String problem) {
    static Entry of(Jwks.Entry entry) {
      return new Entry(
          entry.kid(),
          entry.key().map(key -> key.algorithm().word()).orElse(null),
          entry.why().isEmpty() ? null : entry.why());
    }
  }

  static KeySetView of(KeySetCopy.Known known) {
    return new KeySetView(
        known.url(),
        known.fetchedAt(),
        known.problem().isEmpty() ? null : known.problem(),
        null,
        known.entries().stream().map(Entry::of).toList());
  }
}
