package io.visavis.signaling;

import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.AgentKeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Registered keys in memory. */
public final class MemoryKeys implements AgentKeyStore {
  private final Map<String, StoredKey> keys = new ConcurrentHashMap<>();

  /** A store with these keys, all active. */
  public static MemoryKeys of(AgentKey... keys) {
    var store = new MemoryKeys();
    for (var key : keys) {
      store.add(key, "test", Instant.EPOCH, Integer.MAX_VALUE);
    }
    return store;
  }

  @Override
  public Optional<StoredKey> find(String accountId, String kid) {
    return Optional.ofNullable(keys.get(accountId + " " + kid));
  }

  @Override
  public List<KeyFacts> list(String accountId) {
    return keys.values().stream()
        .filter(stored -> stored.key().accountId().equals(accountId))
        .map(StoredKey::facts)
        .toList();
  }

  @Override
  public Registration add(AgentKey key, String by, Instant now, int most) {
    var facts = new KeyFacts(key.kid(), key.algorithm(), now, by, null, null);
    keys.put(key.accountId() + " " + key.kid(), new StoredKey(key, facts));
    return Registration.ADDED;
  }

  @Override
  public Registration roll(
      String kid, Instant at, AgentKey successor, String by, Instant now, int most) {
    revoke(successor.accountId(), kid, at, now);
    return add(successor, by, now, most);
  }

  @Override
  public Optional<KeyFacts> revoke(String accountId, String kid, Instant at, Instant now) {
    return change(accountId, kid, facts -> facts.lastUsedAt(), facts -> at);
  }

  @Override
  public void used(String accountId, String kid, Instant at) {
    change(accountId, kid, facts -> at, KeyFacts::revokedAt);
  }

  private Optional<KeyFacts> change(
      String accountId,
      String kid,
      java.util.function.Function<KeyFacts, Instant> lastUsed,
      java.util.function.Function<KeyFacts, Instant> revoked) {
    var changed =
        keys.computeIfPresent(
            accountId + " " + kid,
            (id, stored) -> {
              var facts = stored.facts();
              return new StoredKey(
                  stored.key(),
                  new KeyFacts(
                      kid,
                      facts.algorithm(),
                      facts.createdAt(),
                      facts.createdBy(),
                      lastUsed.apply(facts),
                      revoked.apply(facts)));
            });
    return Optional.ofNullable(changed).map(StoredKey::facts);
  }

  @Override
  public Optional<String> jwksUrl(String accountId) {
    return Optional.empty();
  }

  @Override
  public void setJwksUrl(String accountId, String url) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int reseal() {
    return 0;
  }
}
