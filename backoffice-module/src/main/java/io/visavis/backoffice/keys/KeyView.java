package io.visavis.backoffice.keys;

import io.visavis.signaling.account.AgentKeyStore.KeyFacts;
import java.time.Instant;

/**
 * A key as its account's admin sees it, without its material.
 *
 * @param kind {@code secret|public-key}
 * @param state {@code active|ending|revoked}
 * @param createdAt null for keys of the first days, as {@code createdBy}
 * @param lastUsedAt of the last good token, to the minute, or null
 * @param revokedAt when it ends or ended, or null
 */
public record KeyView(
    String kid,
    String kind,
    String algorithm,
    String state,
    Instant createdAt,
    String createdBy,
    Instant lastUsedAt,
    Instant revokedAt) {

  static KeyView of(KeyFacts key, Instant now) {
    return new KeyView(
        key.kid(),
        key.algorithm().symmetric() ? "secret" : "public-key",
        key.algorithm().word(),
        state(key, now),
        key.createdAt(),
        key.createdBy(),
        key.lastUsedAt(),
        key.revokedAt());
  }

  private static String state(KeyFacts key, Instant now) {
    if (!key.activeAt(now)) {
      return "revoked";
    }
    return key.revokedAt() == null ? "active" : "ending";
  }
}
