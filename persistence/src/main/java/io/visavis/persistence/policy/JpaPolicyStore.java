package io.visavis.persistence.policy;

import io.visavis.persistence.account.AccountLock;
import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.policy.AccountPolicy;
import io.visavis.signaling.policy.Logo;
import io.visavis.signaling.policy.PolicyChange;
import io.visavis.signaling.policy.PolicyStore;
import io.visavis.signaling.policy.Ruling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Policies and logos in the database. Texts that no column can hold throw {@link
 * Text.UnstorableText} when written and are unknown when looked up.
 */
@ApplicationScoped
@Transactional
class JpaPolicyStore implements PolicyStore {
  static final int MOST_LOGOS = 100;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration UNNAMED_LOGO = Duration.ofDays(1);

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  /** For the container. */
  protected JpaPolicyStore() {}

  JpaPolicyStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public AccountPolicy now(String accountId) {
    return Text.allStorable(accountId)
        ? latest(accountId, "").orElse(AccountPolicy.DEFAULT)
        : AccountPolicy.DEFAULT;
  }

  @Override
  public Optional<AccountPolicy> version(String accountId, int version) {
    if (version == 0) {
      return Optional.of(AccountPolicy.DEFAULT);
    }
    if (!Text.allStorable(accountId)) {
      return Optional.empty();
    }
    return latest(accountId, " and p.version = ?2", version);
  }

  private Optional<AccountPolicy> latest(String accountId, String among, Object... values) {
    var query =
        entities
            .createQuery(
                "from Policy p where p.accountId = ?1" + among + " order by p.version desc",
                PolicyRow.class)
            .setParameter(1, accountId)
            .setMaxResults(1);
    for (int n = 0; n < values.length; n++) {
      query.setParameter(n + 2, values[n]);
    }
    var found = query.getResultList();
    found.forEach(entities::detach);
    return found.stream().findFirst().map(PolicyRow::toPolicy);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Decisions of one account queue up on the account's row: the one that comes second sees the
   * version of the first.
   */
  @Override
  public Ruling decide(String accountId, PolicyChange change, int mostPerHour) {
    if (!Text.allStorable(accountId) || AccountLock.take(entities, accountId).isEmpty()) {
      return new Ruling.ChangedSince();
    }
    var standing = now(accountId);
    if (standing.choices().equals(change.choices())) {
      return new Ruling.Stands(standing, false);
    }
    if (standing.version() != change.seen()) {
      return new Ruling.ChangedSince();
    }
    var next = standing.version() + 1;
    var roomAt = decidedAt(accountId, next - mostPerHour).map(then -> then.plus(HOUR));
    if (roomAt.filter(change.at()::isBefore).isPresent() && !goesBack(accountId, change)) {
      return new Ruling.TooOften(roomAt.get());
    }
    var row = new PolicyRow(accountId, next, change.choices(), change.by(), change.at());
    add(row);
    return new Ruling.Stands(row.toPolicy(), true);
  }

  /** To what stood an hour ago: whoever decides too often must not keep that from coming back. */
  private boolean goesBack(String accountId, PolicyChange change) {
    var hourAgo = Instants.micros(change.at().minus(HOUR));
    return latest(accountId, " and p.decidedAt <= ?2", hourAgo)
        .orElse(AccountPolicy.DEFAULT)
        .choices()
        .equals(change.choices());
  }

  private Optional<Instant> decidedAt(String accountId, int version) {
    return entities
        .createQuery(
            "select p.decidedAt from Policy p"
                + " where p.accountId = :account and p.version = :version",
            Instant.class)
        .setParameter("account", accountId)
        .setParameter("version", version)
        .getResultList()
        .stream()
        .findFirst();
  }

  @Override
  public Kept keepLogo(String accountId, Logo logo, Instant at) {
    if (!Text.allStorable(accountId) || AccountLock.take(entities, accountId).isEmpty()) {
      return Kept.TOO_MANY;
    }
    if (hasLogo(accountId, logo.hash())) {
      return Kept.DONE;
    }
    forgetUnnamed(accountId, at.minus(UNNAMED_LOGO));
    if (logos(accountId) >= MOST_LOGOS) {
      return Kept.TOO_MANY;
    }
    add(new LogoRow(accountId, logo, at));
    return Kept.DONE;
  }

  private void forgetUnnamed(String accountId, Instant before) {
    entities
        .createQuery(
            "delete from Logo l where l.accountId = :account and l.keptAt < :before and not exists"
                + " (select 1 from Policy p where p.accountId = :account and p.logo = l.hash)")
        .setParameter("account", accountId)
        .setParameter("before", Instants.micros(before))
        .executeUpdate();
  }

  private long logos(String accountId) {
    return entities
        .createQuery("select count(l) from Logo l where l.accountId = :account", Long.class)
        .setParameter("account", accountId)
        .getSingleResult();
  }

  @Override
  public boolean hasLogo(String accountId, String hash) {
    return Text.allStorable(accountId, hash)
        && !entities
            .createQuery(
                "select 1 from Logo l where l.accountId = :account and l.hash = :hash",
                Integer.class)
            .setParameter("account", accountId)
            .setParameter("hash", hash)
            .getResultList()
            .isEmpty();
  }

  @Override
  public Optional<Logo> logo(String hash) {
    if (!Text.allStorable(hash)) {
      return Optional.empty();
    }
    var found =
        entities
            .createQuery("from Logo l where l.hash = :hash", LogoRow.class)
            .setParameter("hash", hash)
            .setMaxResults(1)
            .getResultList();
    found.forEach(entities::detach);
    return found.stream().findFirst().map(LogoRow::toLogo);
  }

  private void add(Object row) {
    entities.persist(row);
    entities.flush();
    entities.detach(row);
  }
}
