package io.visavis.signaling.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the keys that hosts registered are kept, each of one account; foreign and unknown kids are
 * the same to every method. Secrets are sealed at rest.
 */
public interface AgentKeyStore {

  /** The key of that id in that account, revoked or not. */
  Optional<StoredKey> find(String accountId, String kid);

  /** What is known of an account's keys, newest first, without their material. */
  List<KeyFacts> list(String accountId);

  /**
   * Registers a key.
   *
   * @param by who does it, 1 to 200 characters
   * @param most how many keys of the account may be active at {@code now}, this one included
   */
  Registration add(AgentKey key, String by, Instant now, int most);

  /**
   * Registers a successor and lets the key end at {@code at}, unless it ends sooner; both or
   * neither.
   *
   * @param by who does it, 1 to 200 characters
   * @param most how many keys of the account may be active at {@code now}, both included
   */
  Registration roll(String kid, Instant at, AgentKey successor, String by, Instant now, int most);

  /**
   * Lets a key end at a moment; one that has ended stays as it is, one that is to end may be moved.
   *
   * @return the key as it is then; empty when the account has no such key
   */
  Optional<KeyFacts> revoke(String accountId, String kid, Instant at, Instant now);

  /** Notes that a token of that key was good. */
  void used(String accountId, String kid, Instant at);

  /** Where the host publishes further keys as a JWK Set (RFC 7517 section 5); empty for nowhere. */
  Optional<String> jwksUrl(String accountId);

  /** Stores that address; null forgets it. */
  void setJwksUrl(String accountId, String url);

  /**
   * Seals with the present service secret what is not: secrets that stand open, and those of the
   * former service secret.
   *
   * @return how many keys were sealed
   */
  int reseal();

  /** How a registration ended. */
  enum Registration {
    ADDED,
    /** The account has a key of that id, perhaps a revoked one. */
    KID_TAKEN,
    /** The account has as many active keys as it may. */
    TOO_MANY,
    /** There is no key to be replaced. */
    UNKNOWN,
    /** The key to be replaced has ended. */
    ENDED
  }

  /** A key with what is known of it. */
  record StoredKey(AgentKey key, KeyFacts facts) {}

  /**
   * What is known of a key.
   *
   * @param createdAt null for keys of the first days
   * @param createdBy null as {@code createdAt}
   * @param lastUsedAt the last good token, to the minute; null before the first
   * @param revokedAt when it ends or ended; null for no end
   */
  record KeyFacts(
      String kid,
      KeyAlgorithm algorithm,
      Instant createdAt,
      String createdBy,
      Instant lastUsedAt,
      Instant revokedAt) {

    /** Whether its tokens are accepted at that moment. */
    public boolean activeAt(Instant now) {
      return revokedAt == null || now.isBefore(revokedAt);
    }
  }
}
