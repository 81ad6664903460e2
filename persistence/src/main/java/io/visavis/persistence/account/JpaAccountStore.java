package io.visavis.persistence.account;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.persistence.webhook.Outbox;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.Limits;
import io.visavis.signaling.token.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Accounts in the database. Texts that no column can hold throw {@link Text.UnstorableText} when
 * written and are unknown when looked up.
 */
@ApplicationScoped
@Transactional
class JpaAccountStore implements AccountStore {
  private static final Set<String> ASKING = Set.of("requested", "refused", "granted", "revoked");
  private static final int LOOK_BACK = 50;

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  @Inject private SecretBox box;

  /** For the container. */
  protected JpaAccountStore() {}

  JpaAccountStore(EntityManager entities, SecretBox box) {
    this.entities = entities;
    this.box = box;
  }

  @Override
  public Optional<Account> byId(String accountId) {
    return account("from Account a where a.id = :key", accountId);
  }

  @Override
  public Optional<Account> bySiteKey(String siteKey) {
    return account("from Account a where a.siteKey = :key", siteKey);
  }

  private Optional<Account> account(String query, String key) {
    if (!Text.allStorable(key)) {
      return Optional.empty();
    }
    return entities
        .createQuery(query, AccountRow.class)
        .setParameter("key", key)
        .getResultList()
        .stream()
        .findFirst()
        .map(this::detached);
  }

  @Override
  public List<Account> list(String query, int limit) {
    if (query != null && !Text.storable(query)) {
      return List.of();
    }
    return entities
        .createQuery(
            "from Account a where a.searchText like :text escape '!' order by a.searchText, a.id",
            AccountRow.class)
        .setParameter("text", SearchText.pattern(query))
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(this::detached)
        .toList();
  }

  @Override
  public List<Account> asking(int limit) {
    return entities
        .createQuery(
            "from Account a where a.accessRequestedAt is not null"
                + " order by a.accessRequestedAt, a.id",
            AccountRow.class)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(this::detached)
        .toList();
  }

  @Override
  public Optional<Account> setEligibility(String accountId, EligibilityChange change) {
    return locked(accountId)
        .map(
            row -> {
              var before = row.eligibility();
              row.decide(change);
              entities.persist(new EligibilityEventRow(accountId, change));
              if (!row.eligibility().equals(before)) {
                new Outbox(entities).tell(accountId, row.eligibility(), change.at());
              }
              return stored(row);
            });
  }

  /**
   * {@inheritDoc}
   *
   * <p>Under the lock of the account's row it is asked again whether somebody else has told.
   */
  @Override
  public int tellEnds(Instant now, int limit) {
    var over =
        entities
            .createQuery(
                "select a.id from Account a where a.eligible and not a.eligibleEndTold"
                    + " and a.eligibleUntil <= :now order by a.id",
                String.class)
            .setParameter("now", Instants.micros(now))
            .setMaxResults(limit)
            .getResultList();
    return (int)
        over.stream()
            .flatMap(id -> locked(id).stream())
            .filter(row -> row.tellEnd(now))
            .peek(row -> new Outbox(entities).tell(row.id(), row.eligibility(), now))
            .count();
  }

  @Override
  public Optional<Account> requestAccess(String accountId, Account.AccessRequest request) {
    return locked(accountId)
        .map(
            row -> {
              if (!row.asked()) {
                row.ask(request);
                entities.persist(new EligibilityEventRow(accountId, request));
              }
              return stored(row);
            });
  }

  @Override
  public Optional<Account> refuseAccess(String accountId, Refusal refusal) {
    return locked(accountId)
        .map(
            row -> {
              if (row.asked()) {
                row.ask(null);
                entities.persist(new EligibilityEventRow(accountId, refusal));
              }
              return stored(row);
            });
  }

  @Override
  public Optional<Refusal> lastRefusal(String accountId) {
    // Other things may have been noted since; only these answer or replace an ask.
    return history(accountId, LOOK_BACK).stream()
        .filter(event -> ASKING.contains(event.action()))
        .limit(1)
        .filter(last -> last.action().equals("refused"))
        .map(last -> new Refusal(last.at(), last.by(), last.note()))
        .findFirst();
  }

  @Override
  public List<EligibilityEvent> history(String accountId, int limit) {
    if (!Text.allStorable(accountId)) {
      return List.of();
    }
    return entities
        .createQuery(
            "from EligibilityEvent e where e.accountId = :account order by e.id desc",
            EligibilityEventRow.class)
        .setParameter("account", accountId)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .peek(entities::detach)
        .map(EligibilityEventRow::toEvent)
        .toList();
  }

  @Override
  public Limits limits(String accountId) {
    if (!Text.allStorable(accountId)) {
      return Limits.NONE;
    }
    return entities
        .createQuery("from Account a where a.id = :id", AccountRow.class)
        .setParameter("id", accountId)
        .getResultList()
        .stream()
        .peek(entities::detach)
        .findFirst()
        .map(AccountRow::limits)
        .orElse(Limits.NONE);
  }

  @Override
  public Optional<Account> setLimits(String accountId, LimitsChange change) {
    return locked(accountId)
        .filter(row -> List.of(change.seen(), change.wanted()).contains(row.limits()))
        .map(
            row -> {
              if (!row.limits().equals(change.wanted())) {
                row.limit(change.wanted());
                entities.persist(new EligibilityEventRow(accountId, change));
              }
              return stored(row);
            });
  }

  @Override
  public Map<String, SessionCounts> counts(Collection<String> accountIds, Instant since) {
    var counts = new HashMap<String, SessionCounts>();
    accountIds.forEach(id -> counts.put(id, SessionCounts.NONE));
    var storable = accountIds.stream().filter(Text::storable).toList();
    if (!storable.isEmpty()) {
      entities
          .createQuery(
              "select s.accountId, count(s.openVisitorId), count(s),"
                  + " count(case when s.requestedAt > :since then 1 end)"
                  + " from ShareSession s where s.accountId in :ids group by s.accountId",
              Object[].class)
          .setParameter("ids", storable)
          .setParameter("since", Instants.micros(since))
          .getResultList()
          .forEach(
              row ->
                  counts.put(
                      (String) row[0],
                      new SessionCounts((Long) row[1], (Long) row[2], (Long) row[3])));
    }
    return counts;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Two nodes that add the same new account at the same moment: one of them fails with a {@code
   * PersistenceException} and may call again.
   *
   * @throws IllegalArgumentException if a key names another account
   */
  @Override
  public void put(Account account, List<AgentKey> keys) {
    if (keys.stream().anyMatch(key -> !key.accountId().equals(account.id()))) {
      throw new IllegalArgumentException(
          "A key of account " + account.id() + " is another account's");
    }
    describe(account);
    keys.forEach(this::hold);
    entities.flush();
    entities.clear();
  }

  private void hold(AgentKey key) {
    var row = entities.find(AgentKeyRow.class, new AgentKeyId(key.accountId(), key.kid()));
    if (row == null) {
      entities.persist(new AgentKeyRow(key, null, null, box));
    } else {
      row.hold(key, box);
    }
  }

  private void describe(Account account) {
    var row = locked(account.id()).orElseGet(() -> new AccountRow(account));
    row.describe(account);
    entities.persist(row);
    stored(row);
  }

  private Optional<AccountRow> locked(String accountId) {
    return Text.allStorable(accountId) ? AccountLock.row(entities, accountId) : Optional.empty();
  }

  private Account stored(AccountRow row) {
    entities.flush();
    return detached(row);
  }

  private Account detached(AccountRow row) {
    entities.detach(row);
    return row.toAccount();
  }
}
