package io.visavis.persistence.session;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.session.ShareSession;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The questions about sessions. What is read is detached at once, so that the next question asks
 * the database again even in the same transaction.
 */
final class SessionQueries {
  private static final String DUE =
      "from ShareSession s where s.openVisitorId is not null and s.deadline <= :now"
          + " order by s.deadline, s.id";
  private static final String WITHOUT_ELIGIBILITY =
      """
      from ShareSession s where s.openVisitorId is not null
        and not exists (select 1 from Account a where a.id = s.accountId and a.eligible
          and (a.eligibleUntil is null or a.eligibleUntil > :now))
      order by s.requestedAt, s.id
      """;
  private static final String OPEN =
      "from ShareSession s where s.openVisitorId is not null order by s.requestedAt, s.id";

  private final EntityManager entities;

  SessionQueries(EntityManager entities) {
    this.entities = entities;
  }

  Optional<ShareSession> find(String accountId, String sessionId) {
    if (!Text.allStorable(accountId, sessionId)) {
      return Optional.empty();
    }
    var query = select("from ShareSession s where s.id = :id and s.accountId = :account");
    return list(query.setParameter("id", sessionId).setParameter("account", accountId), 1).stream()
        .findFirst();
  }

  /** Whatever its account: only for who holds a proof of that session, as a link's code is. */
  Optional<ShareSession> byId(String sessionId) {
    if (!Text.allStorable(sessionId)) {
      return Optional.empty();
    }
    var query = select("from ShareSession s where s.id = :id").setParameter("id", sessionId);
    return list(query, 1).stream().findFirst();
  }

  Optional<ShareSession> openOf(String accountId, String visitorId) {
    if (!Text.allStorable(accountId, visitorId)) {
      return Optional.empty();
    }
    var query =
        select("from ShareSession s where s.accountId = :account and s.openVisitorId = :visitor");
    return list(query.setParameter("account", accountId).setParameter("visitor", visitorId), 1)
        .stream()
        .findFirst();
  }

  List<ShareSession> due(Instant now, int limit) {
    return list(select(DUE).setParameter("now", Instants.micros(now)), limit);
  }

  List<ShareSession> openWithoutEligibility(Instant now, int limit) {
    return list(select(WITHOUT_ELIGIBILITY).setParameter("now", Instants.micros(now)), limit);
  }

  List<ShareSession> open(int limit) {
    return list(select(OPEN), limit);
  }

  List<ShareSession> history(String accountId, String visitorId, String before, int limit) {
    var page = new HistoryPage(accountId, visitorId, before);
    if (!page.askable()) {
      return List.of();
    }
    if (before == null) {
      return list(page.fill(select(page.query())), limit);
    }
    // An unknown or foreign cursor has nothing after it.
    return find(accountId, before)
        .map(last -> list(page.fill(select(page.query()), last), limit))
        .orElseGet(List::of);
  }

  private TypedQuery<ShareSessionRow> select(String query) {
    return entities.createQuery(query, ShareSessionRow.class);
  }

  private List<ShareSession> list(TypedQuery<ShareSessionRow> query, int limit) {
    var rows = query.setMaxResults(limit).getResultList();
    rows.forEach(entities::detach);
    return rows.stream().map(ShareSessionRow::toSession).toList();
  }
}
