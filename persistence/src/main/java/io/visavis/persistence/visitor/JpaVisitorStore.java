package io.visavis.persistence.visitor;

import io.visavis.persistence.account.AccountLock;
import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.visitor.VisitorFacts;
import io.visavis.signaling.visitor.VisitorStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the tables know of visitors. Texts that no column can hold throw {@link Text.UnstorableText}
 * when written and are unknown when looked up.
 */
@ApplicationScoped
@Transactional
class JpaVisitorStore implements VisitorStore {
  private static final List<String> TABLES =
      List.of("share_session", "help_call", "visitor_conversation");

  /** Each table gives no more than one page, by its index. */
  private static final String REMEMBERED =
      TABLES.stream()
              .map(
                  table ->
                      "(select distinct visitor_id from "
                          + table
                          + " where account_id = :account and visitor_id > :after"
                          + " order by visitor_id limit :most)")
              .collect(Collectors.joining(" union "))
          + " order by visitor_id limit :most";

  private static final String SHARES =
      """
      select s.visitorId, count(s), count(s.liveAt), max(s.requestedAt),
        max(case when s.openVisitorId is not null then s.id end)
      from ShareSession s where s.accountId = :account and s.visitorId in :visitors
      group by s.visitorId
      """;
  private static final String CALLS =
      """
      select c.visitorId,
        max(case when c.answeredAt is null and c.askedAt >= :since then c.askedAt end)
      from HelpCall c where c.accountId = :account and c.visitorId in :visitors
      group by c.visitorId
      """;
  private static final String CONVERSATIONS =
      """
      select c.visitorId, c.conversationId from VisitorConversation c
      where c.accountId = :account and c.visitorId in :visitors
      """;

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  /** For the container. */
  protected JpaVisitorStore() {}

  JpaVisitorStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<String> remembered(String accountId, String after, int limit) {
    var last = after == null ? "" : after;
    if (!Text.allStorable(accountId, last)) {
      return List.of();
    }
    @SuppressWarnings("unchecked")
    List<String> found =
        entities
            .createNativeQuery(REMEMBERED, String.class)
            .setParameter("account", accountId)
            .setParameter("after", last)
            .setParameter("most", limit)
            .getResultList();
    return found;
  }

  @Override
  public Map<String, VisitorFacts> facts(
      String accountId, Collection<String> visitorIds, Instant helpSince) {
    var ids = visitorIds.stream().filter(Text::storable).toList();
    if (ids.isEmpty() || !Text.storable(accountId)) {
      return Map.of();
    }
    var shares = rows(SHARES, accountId, ids, null);
    var calls = rows(CALLS, accountId, ids, Instants.micros(helpSince));
    var conversations = rows(CONVERSATIONS, accountId, ids, null);
    return Stream.of(shares, calls, conversations)
        .flatMap(found -> found.keySet().stream())
        .distinct()
        .collect(
            Collectors.toMap(
                id -> id, id -> facts(shares.get(id), calls.get(id), conversations.get(id))));
  }

  private static VisitorFacts facts(Object[] shares, Object[] calls, Object[] conversation) {
    var named = conversation == null ? null : (String) conversation[1];
    var asked = calls == null ? null : (Instant) calls[1];
    return shares == null
        ? new VisitorFacts(named, asked, null, 0, 0, null)
        : new VisitorFacts(
            named,
            asked,
            (String) shares[4],
            (Long) shares[1],
            (Long) shares[2],
            (Instant) shares[3]);
  }

  private Map<String, Object[]> rows(
      String query, String accountId, List<String> visitorIds, Instant since) {
    var asked =
        entities
            .createQuery(query, Object[].class)
            .setParameter("account", accountId)
            .setParameter("visitors", visitorIds);
    if (since != null) {
      asked.setParameter("since", since);
    }
    var rows = new HashMap<String, Object[]>();
    asked.getResultList().forEach(row -> rows.put((String) row[0], row));
    return rows;
  }

  @Override
  public Optional<String> conversation(String accountId, String visitorId) {
    if (!Text.allStorable(accountId, visitorId)) {
      return Optional.empty();
    }
    return entities
        .createQuery(
            "select c.conversationId from VisitorConversation c where c.accountId = :account"
                + " and c.visitorId = :visitor and c.conversationId is not null",
            String.class)
        .setParameter("account", accountId)
        .setParameter("visitor", visitorId)
        .getResultList()
        .stream()
        .findFirst();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Writers of one account queue up on its row, so that the first two at once do not both
   * insert.
   */
  @Override
  public void converse(String accountId, String visitorId, String conversationId, Instant at) {
    var row = new ConversationRow(accountId, visitorId, conversationId, at);
    AccountLock.take(entities, accountId).orElseThrow();
    var kept = entities.merge(row);
    entities.flush();
    entities.detach(kept);
  }
}
