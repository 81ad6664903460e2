package io.visavis.persistence.policy;

import io.visavis.persistence.schema.Instants;
import io.visavis.signaling.policy.RetentionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/**
 * Removes rows whose time is over. In SQL, across the features' tables: nobody else may remove
 * them, so no entity knows how.
 *
 * <p>What another node removes at the same moment is skipped rather than waited for.
 */
@ApplicationScoped
@Transactional
class JpaRetentionStore implements RetentionStore {
  private static final String OVER =
      """
      select s.id from share_session s
      where s.account_id = :account and s.state = 'ENDED' and s.ended_at < :before
      order by s.ended_at, s.id limit :most for update skip locked
      """;

  private static final String CALLS =
      """
      select c.id from help_call c where c.account_id = :account and c.asked_at < :before
      order by c.asked_at, c.id limit :most for update skip locked
      """;

  private static final String MESSAGES =
      """
      select m.id from webhook_message m
      where m.account_id = :account and m.happened_at < :before and not exists
        (select 1 from webhook_delivery d where d.message_id = m.id and d.status = 'WAITING')
      order by m.happened_at, m.id limit :most for update skip locked
      """;

  private static final String CONVERSATIONS =
      """
      select c.visitor_id from visitor_conversation c
      where c.account_id = :account and c.named_at < :before and not exists
        (select 1 from share_session s
         where s.account_id = c.account_id and s.visitor_id = c.visitor_id)
        and not exists
        (select 1 from help_call h
         where h.account_id = c.account_id and h.visitor_id = c.visitor_id)
      order by c.named_at, c.visitor_id limit :most for update skip locked
      """;

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  /** For the container. */
  protected JpaRetentionStore() {}

  JpaRetentionStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<Term> terms() {
    return entities
        .createQuery(
            "select a.id, p.retentionDays from Account a left join Policy p on p.accountId = a.id"
                + " and p.version = (select max(l.version) from Policy l where l.accountId = a.id)"
                + " order by a.id",
            Object[].class)
        .getResultList()
        .stream()
        .map(row -> new Term((String) row[0], (Integer) row[1]))
        .toList();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The evidence lets go of rows only while their session stands in {@code retention_pass},
   * which nobody but this transaction ever sees (ADR 20).
   */
  @Override
  public int forgetSessions(String accountId, Instant then, int limit) {
    var over = ids(OVER, accountId, then, limit);
    if (!over.isEmpty()) {
      change("insert into retention_pass select id from share_session where id in (:ids)", over);
      change("delete from session_transition where session_id in (:ids)", over);
      change("delete from consent where session_id in (:ids)", over);
      change("delete from ticket where session_id in (:ids)", over);
      change("delete from retention_pass where session_id in (:ids)", over);
      change("delete from share_session where id in (:ids)", over);
    }
    return over.size();
  }

  @Override
  public int forgetHelpCalls(String accountId, Instant then, int limit) {
    var old = ids(CALLS, accountId, then, limit);
    if (!old.isEmpty()) {
      change("delete from help_call where id in (:ids)", old);
    }
    return old.size();
  }

  @Override
  public int forgetMessages(String accountId, Instant then, int limit) {
    var old = ids(MESSAGES, accountId, then, limit);
    if (!old.isEmpty()) {
      change("delete from webhook_delivery where message_id in (:ids)", old);
      change("delete from webhook_message where id in (:ids)", old);
    }
    return old.size();
  }

  @Override
  public int forgetConversations(String accountId, Instant then, int limit) {
    var old = ids(CONVERSATIONS, accountId, then, limit);
    if (!old.isEmpty()) {
      entities
          .createNativeQuery(
              "delete from visitor_conversation where account_id = :account"
                  + " and visitor_id in (:ids)")
          .setParameter("account", accountId)
          .setParameter("ids", old)
          .executeUpdate();
    }
    return old.size();
  }

  @SuppressWarnings("unchecked")
  private List<String> ids(String query, String accountId, Instant then, int limit) {
    return entities
        .createNativeQuery(query, String.class)
        .setParameter("account", accountId)
        .setParameter("before", Instants.micros(then))
        .setParameter("most", limit)
        .getResultList();
  }

  private void change(String statement, List<String> ids) {
    entities.createNativeQuery(statement).setParameter("ids", ids).executeUpdate();
  }
}
