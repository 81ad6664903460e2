package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.Arrival;
import io.visavis.persistence.reference.ConversationKey;
import io.visavis.persistence.reference.Conversations;
import io.visavis.persistence.reference.KnownVisitor;
import io.visavis.persistence.reference.MessagePage;
import io.visavis.persistence.reference.NewMessage;
import io.visavis.persistence.reference.Posting;
import io.visavis.persistence.reference.Sender;
import io.visavis.persistence.reference.StoredMessage;
import io.visavis.persistence.reference.ViewedPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversations without a database. What the real ones do is tested beside them. */
class InMemoryConversations extends Conversations {
  private final Map<ConversationKey, KnownVisitor> visitors = new LinkedHashMap<>();
  private final List<StoredMessage> messages = new ArrayList<>();

  @Override
  public KnownVisitor arrive(Arrival a) {
    KnownVisitor known = visitors.get(a.key());
    KnownVisitor visitor =
        new KnownVisitor(
            a.key(),
            known == null ? a.name() : known.name(),
            a.device(),
            a.browser(),
            a.language(),
            a.page(),
            known == null ? a.at() : known.firstSeenAt(),
            a.at(),
            1,
            known == null ? 0 : known.messages(),
            known == null ? 0 : known.unread());
    visitors.put(a.key(), visitor);
    return visitor;
  }

  private Optional<KnownVisitor> change(
      ConversationKey key, ViewedPage page, Instant at, int messageCount, int unread) {
    return Optional.ofNullable(
        visitors.computeIfPresent(
            key,
            (k, v) ->
                new KnownVisitor(
                    k,
                    v.name(),
                    v.device(),
                    v.browser(),
                    v.language(),
                    page,
                    v.firstSeenAt(),
                    at,
                    v.visits(),
                    messageCount,
                    unread)));
  }

  @Override
  public Optional<KnownVisitor> look(ConversationKey key, ViewedPage page, Instant at) {
    return visitor(key).flatMap(v -> change(key, page, at, v.messages(), v.unread()));
  }

  @Override
  public Optional<KnownVisitor> leave(ConversationKey key, Instant at) {
    return visitor(key).flatMap(v -> change(key, v.page(), at, v.messages(), v.unread()));
  }

  @Override
  public Optional<KnownVisitor> markRead(ConversationKey key) {
    return visitor(key).flatMap(v -> change(key, v.page(), v.lastSeenAt(), v.messages(), 0));
  }

  @Override
  public Optional<Posting> post(NewMessage m) {
    Optional<KnownVisitor> visitor = visitor(m.key());
    if (visitor.isEmpty()) {
      return Optional.empty();
    }
    Optional<StoredMessage> earlier =
        messages.stream()
            .filter(s -> s.key().equals(m.key()) && s.sender() == m.sender())
            .filter(s -> s.clientMsgId().equals(m.clientMsgId()))
            .findFirst();
    if (earlier.isPresent()) {
      return Optional.of(new Posting(earlier.get(), visitor.get(), false));
    }
    StoredMessage stored =
        new StoredMessage(
            messages.size() + 1L,
            m.key(),
            m.sender(),
            m.clientMsgId(),
            m.authorName(),
            m.text(),
            m.at());
    messages.add(stored);
    KnownVisitor v = visitor.get();
    int unread = m.sender() == Sender.VISITOR ? v.unread() + 1 : 0;
    return change(m.key(), v.page(), m.at(), v.messages() + 1, unread)
        .map(changed -> new Posting(stored, changed, true));
  }

  @Override
  public Optional<KnownVisitor> visitor(ConversationKey key) {
    return Optional.ofNullable(visitors.get(key));
  }

  @Override
  public List<KnownVisitor> recentVisitors(String siteKey, int limit) {
    return visitors.values().stream()
        .filter(v -> v.key().siteKey().equals(siteKey))
        .limit(limit)
        .toList();
  }

  @Override
  public MessagePage messages(ConversationKey key, long before, int limit) {
    return new MessagePage(messages.stream().filter(m -> m.key().equals(key)).toList(), false);
  }
}
