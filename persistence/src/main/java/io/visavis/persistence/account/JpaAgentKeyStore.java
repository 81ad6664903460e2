package io.visavis.persistence.account;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.token.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keys in the database, secrets sealed. Ids that no column can hold are unknown. */
@ApplicationScoped
@Transactional
class JpaAgentKeyStore implements AgentKeyStore {
  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  @Inject private SecretBox box;

  /** For the container. */
  protected JpaAgentKeyStore() {}

  JpaAgentKeyStore(EntityManager entities, SecretBox box) {
    this.entities = entities;
    this.box = box;
  }

  @Override
  public Optional<StoredKey> find(String accountId, String kid) {
    return row(accountId, kid)
        .map(
            row -> {
              entities.detach(row);
              return row.toStored(box);
            });
  }

  @Override
  public List<KeyFacts> list(String accountId) {
    return rows(accountId).stream().peek(entities::detach).map(AgentKeyRow::facts).toList();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The account's row is locked meanwhile, so that two registrations at once count each other.
   */
  @Override
  public Registration add(AgentKey key, String by, Instant now, int most) {
    AccountLock.row(entities, key.accountId()).orElseThrow();
    if (row(key.accountId(), key.kid()).isPresent()) {
      return Registration.KID_TAKEN;
    }
    if (list(key.accountId()).stream().filter(facts -> facts.activeAt(now)).count() >= most) {
      return Registration.TOO_MANY;
    }
    var row = new AgentKeyRow(key, by, now, box);
    entities.persist(row);
    entities.flush();
    entities.detach(row);
    return Registration.ADDED;
  }

  @Override
  public Registration roll(
      String kid, Instant at, AgentKey successor, String by, Instant now, int most) {
    AccountLock.row(entities, successor.accountId()).orElseThrow();
    var old = find(successor.accountId(), kid);
    if (old.isEmpty()) {
      return Registration.UNKNOWN;
    }
    if (!old.get().facts().activeAt(now)) {
      return Registration.ENDED;
    }
    var done = add(successor, by, now, most);
    var end = old.get().facts().revokedAt();
    if (done == Registration.ADDED && (end == null || at.isBefore(end))) {
      revoke(successor.accountId(), kid, at, now);
    }
    return done;
  }

  @Override
  public Optional<KeyFacts> revoke(String accountId, String kid, Instant at, Instant now) {
    if (!Text.allStorable(accountId) || AccountLock.row(entities, accountId).isEmpty()) {
      return Optional.empty();
    }
    return row(accountId, kid)
        .map(
            row -> {
              row.endAt(at, now);
              entities.flush();
              entities.detach(row);
              return row.facts();
            });
  }

  @Override
  public void used(String accountId, String kid, Instant at) {
    entities
        .createQuery(
            "update AgentKey k set k.lastUsedAt = :at where k.accountId = :account and k.kid = :kid"
                + " and (k.lastUsedAt is null or k.lastUsedAt < :at)")
        .setParameter("at", Instants.micros(at))
        .setParameter("account", accountId)
        .setParameter("kid", kid)
        .executeUpdate();
  }

  @Override
  public Optional<String> jwksUrl(String accountId) {
    return Text.allStorable(accountId)
        ? Optional.ofNullable(entities.find(JwksRow.class, accountId))
            .map(
                row -> {
                  entities.detach(row);
                  return row.url();
                })
        : Optional.empty();
  }

  @Override
  public void setJwksUrl(String accountId, String url) {
    AccountLock.row(entities, accountId).orElseThrow();
    entities
        .createQuery("delete from AccountJwks j where j.accountId = :account")
        .setParameter("account", accountId)
        .executeUpdate();
    if (url != null) {
      var row = new JwksRow(accountId, url);
      entities.persist(row);
      entities.flush();
      entities.detach(row);
    }
  }

  @Override
  public int reseal() {
    var rows =
        entities
            .createQuery("from AgentKey k where k.algorithm = 'HS256'", AgentKeyRow.class)
            .getResultList();
    rows.forEach(entities::detach);
    return rows.stream().mapToInt(this::reseal).sum();
  }

  /** Its secret only, and only if it still is the one: another node may do or revoke the same. */
  private int reseal(AgentKeyRow row) {
    return row.resealed(box)
        .map(
            text ->
                entities
                    .createQuery(
                        "update AgentKey k set k.secret = :sealed where k.accountId = :account"
                            + " and k.kid = :kid and k.secret = :was")
                    .setParameter("sealed", text)
                    .setParameter("account", row.accountId())
                    .setParameter("kid", row.facts().kid())
                    .setParameter("was", row.secret())
                    .executeUpdate())
        .orElse(0);
  }

  private List<AgentKeyRow> rows(String accountId) {
    if (!Text.allStorable(accountId)) {
      return List.of();
    }
    return entities
        .createQuery(
            "from AgentKey k where k.accountId = :account"
                + " order by k.createdAt desc nulls last, k.kid",
            AgentKeyRow.class)
        .setParameter("account", accountId)
        .getResultList();
  }

  private Optional<AgentKeyRow> row(String accountId, String kid) {
    if (!Text.allStorable(accountId, kid)) {
      return Optional.empty();
    }
    return Optional.ofNullable(entities.find(AgentKeyRow.class, new AgentKeyId(accountId, kid)));
  }
}
