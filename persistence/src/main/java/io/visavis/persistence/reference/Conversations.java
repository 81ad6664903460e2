package io.visavis.persistence.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The reference host's visitors and their messages. Every call is one transaction.
 *
 * <p>Writers to one conversation queue up on the visitor's row, so counters and the once-only rule
 * hold whoever writes. Two first arrivals of the same visitor at the same instant are the one
 * exception: the second fails with a {@link jakarta.persistence.PersistenceException} and may be
 * repeated.
 */
@ApplicationScoped
@Transactional
public class Conversations {
  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  /** For the container. */
  protected Conversations() {}

  Conversations(EntityManager entities) {
    this.entities = entities;
  }

  /** Remembers that a visitor is here; the first time creates them. */
  public KnownVisitor arrive(Arrival arrival) {
    VisitorRow row = locked(arrival.key());
    if (row == null) {
      row = new VisitorRow(arrival);
      entities.persist(row);
    } else {
      row.arriveAgain(arrival);
    }
    return row.toVisitor();
  }

  /** Remembers the page a visitor looks at; null when unknown. Empty for an unknown visitor. */
  public Optional<KnownVisitor> look(ConversationKey key, ViewedPage page, Instant at) {
    Optional<VisitorRow> row = Optional.ofNullable(locked(key));
    row.ifPresent(
        known -> {
          known.look(page);
          known.seenAt(at);
        });
    return row.map(VisitorRow::toVisitor);
  }

  /** Remembers when a visitor was last here. Empty for an unknown visitor. */
  public Optional<KnownVisitor> leave(ConversationKey key, Instant at) {
    Optional<VisitorRow> row = Optional.ofNullable(locked(key));
    row.ifPresent(known -> known.seenAt(at));
    return row.map(VisitorRow::toVisitor);
  }

  /** Marks all of the visitor's messages as read by an agent. Empty for an unknown visitor. */
  public Optional<KnownVisitor> markRead(ConversationKey key) {
    Optional<VisitorRow> row = Optional.ofNullable(locked(key));
    row.ifPresent(VisitorRow::markRead);
    return row.map(VisitorRow::toVisitor);
  }

  /**
   * Stores a message, once: the same client message id of the same side gives the message that is
   * already there. An agent who answers has read what the visitor wrote. Empty for an unknown
   * visitor.
   */
  public Optional<Posting> post(NewMessage message) {
    VisitorRow visitor = locked(message.key());
    if (visitor == null) {
      return Optional.empty();
    }
    Optional<MessageRow> earlier = sameMessage(message);
    MessageRow row = earlier.orElseGet(() -> append(visitor, message));
    return Optional.of(new Posting(row.toMessage(), visitor.toVisitor(), earlier.isEmpty()));
  }

  private MessageRow append(VisitorRow visitor, NewMessage message) {
    MessageRow row = new MessageRow(message);
    entities.persist(row);
    entities.flush();
    visitor.count(message.sender());
    if (message.sender() == Sender.AGENT) {
      visitor.markRead();
    } else {
      visitor.seenAt(message.at());
    }
    return row;
  }

  private Optional<MessageRow> sameMessage(NewMessage message) {
    return entities
        .createQuery(
            "select m from ReferenceMessage m where m.siteKey = :site and m.visitorId = :visitor"
                + " and m.sender = :sender and m.clientMsgId = :clientMsgId",
            MessageRow.class)
        .setParameter("site", message.key().siteKey())
        .setParameter("visitor", message.key().visitorId())
        .setParameter("sender", message.sender().word())
        .setParameter("clientMsgId", message.clientMsgId())
        .getResultStream()
        .findFirst();
  }

  /** A visitor of that site; empty when there is none. */
  public Optional<KnownVisitor> visitor(ConversationKey key) {
    return Optional.ofNullable(entities.find(VisitorRow.class, new VisitorId(key)))
        .map(VisitorRow::toVisitor);
  }

  /** The site's visitors, the last seen first, at most {@code limit}. */
  public List<KnownVisitor> recentVisitors(String siteKey, int limit) {
    return entities
        .createQuery(
            "select v from ReferenceVisitor v where v.id.siteKey = :site order by v.lastSeenAt desc",
            VisitorRow.class)
        .setParameter("site", siteKey)
        .setMaxResults(limit)
        .getResultStream()
        .map(VisitorRow::toVisitor)
        .toList();
  }

  /**
   * The newest messages of a conversation that are older than a given one.
   *
   * @param before the id of a message; {@link Long#MAX_VALUE} for the end of the conversation
   * @param limit at most so many, 1 or more
   */
  public MessagePage messages(ConversationKey key, long before, int limit) {
    List<MessageRow> newestFirst =
        entities
            .createQuery(
                "select m from ReferenceMessage m where m.siteKey = :site and m.visitorId = :visitor"
                    + " and m.id < :before order by m.id desc",
                MessageRow.class)
            .setParameter("site", key.siteKey())
            .setParameter("visitor", key.visitorId())
            .setParameter("before", before)
            .setMaxResults(limit + 1)
            .getResultList();
    boolean more = newestFirst.size() > limit;
    List<StoredMessage> items = new ArrayList<>();
    newestFirst.stream().limit(limit).map(MessageRow::toMessage).forEach(items::add);
    Collections.reverse(items);
    return new MessagePage(items, more);
  }

  private VisitorRow locked(ConversationKey key) {
    return entities.find(VisitorRow.class, new VisitorId(key), LockModeType.PESSIMISTIC_WRITE);
  }
}
