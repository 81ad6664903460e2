package io.visavis.persistence.website;

import io.visavis.persistence.account.AccountLock;
import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.persistence.webhook.Outbox;
import io.visavis.signaling.website.HelpCall;
import io.visavis.signaling.website.WebsiteStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Calls for help in the database. Texts that no column can hold throw {@link Text.UnstorableText}
 * when written and are unknown when looked up.
 */
@ApplicationScoped
@Transactional
class JpaWebsiteStore implements WebsiteStore {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String ORDER = " order by c.askedAt desc, c.id desc";

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  /** For the container. */
  protected JpaWebsiteStore() {}

  JpaWebsiteStore(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls of one account queue up on the account's row, so that they count each other.
   */
  @Override
  public boolean add(HelpCall call, int perMinute) {
    var row = new HelpCallRow(call);
    AccountLock.take(entities, call.accountId()).orElseThrow();
    if (made(call.accountId(), call.askedAt().minus(MINUTE)) >= perMinute) {
      return false;
    }
    entities.persist(row);
    entities.flush();
    entities.detach(row);
    new Outbox(entities).tell(call);
    return true;
  }

  private long made(String accountId, Instant since) {
    return entities
        .createQuery(
            "select count(c) from HelpCall c where c.accountId = :account and c.askedAt > :since",
            Long.class)
        .setParameter("account", accountId)
        .setParameter("since", Instants.micros(since))
        .getSingleResult();
  }

  @Override
  public Optional<HelpCall> unanswered(String accountId, String visitorId, Instant since) {
    if (!Text.allStorable(accountId, visitorId)) {
      return Optional.empty();
    }
    return found(
            query(
                    "c.accountId = :account and c.visitorId = :visitor and c.answeredAt is null"
                        + " and c.askedAt >= :since")
                .setParameter("account", accountId)
                .setParameter("visitor", visitorId)
                .setParameter("since", Instants.micros(since)),
            1)
        .stream()
        .findFirst();
  }

  @Override
  public int answer(String accountId, String visitorId, Instant at) {
    if (!Text.allStorable(accountId, visitorId)) {
      return 0;
    }
    return entities
        .createQuery(
            "update HelpCall c set c.answeredAt = :at where c.accountId = :account"
                + " and c.visitorId = :visitor and c.answeredAt is null")
        .setParameter("at", Instants.micros(at))
        .setParameter("account", accountId)
        .setParameter("visitor", visitorId)
        .executeUpdate();
  }

  @Override
  public List<HelpCall> calls(String accountId, String visitorId, String before, int limit) {
    if (!Stream.of(accountId, visitorId, before)
        .filter(Objects::nonNull)
        .allMatch(Text::storable)) {
      return List.of();
    }
    var where = "c.accountId = :account";
    where += visitorId == null ? "" : " and c.visitorId = :visitor";
    where +=
        before == null
            ? ""
            : " and exists (select 1 from HelpCall b where b.id = :before"
                + " and b.accountId = :account and (c.askedAt < b.askedAt"
                + " or (c.askedAt = b.askedAt and c.id < b.id)))";
    var query = query(where).setParameter("account", accountId);
    if (visitorId != null) {
      query.setParameter("visitor", visitorId);
    }
    if (before != null) {
      query.setParameter("before", before);
    }
    return found(query, limit);
  }

  private TypedQuery<HelpCallRow> query(String where) {
    return entities.createQuery("from HelpCall c where " + where + ORDER, HelpCallRow.class);
  }

  private List<HelpCall> found(TypedQuery<HelpCallRow> query, int limit) {
    return query.setMaxResults(limit).getResultList().stream()
        .peek(entities::detach)
        .map(HelpCallRow::toCall)
        .toList();
  }
}
