package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.ConversationKey;
import io.visavis.persistence.reference.Conversations;
import io.visavis.persistence.reference.KnownVisitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is remembered of visitors together with who is there now. */
@ApplicationScoped
class VisitorList {
  /** Enough for a demonstration; those who are online are always listed. */
  private static final int LISTED = 200;

  private Conversations conversations;
  private ChatHall hall;
  private Clock clock;

  /** For the container's proxy. */
  protected VisitorList() {}

  @Inject
  VisitorList(Conversations conversations, ChatHall hall) {
    this(conversations, hall, Clock.systemUTC());
  }

  VisitorList(Conversations conversations, ChatHall hall, Clock clock) {
    this.conversations = conversations;
    this.hall = hall;
    this.clock = clock;
  }

  VisitorView view(KnownVisitor visitor) {
    return VisitorView.of(visitor, hall.isOnline(visitor.key()), clock.instant());
  }

  /** The visitors of an account: who is online first, then the last seen first. */
  List<VisitorView> of(DemoAccount account) {
    Map<ConversationKey, KnownVisitor> known = new LinkedHashMap<>();
    conversations
        .recentVisitors(account.siteKey(), LISTED)
        .forEach(visitor -> known.put(visitor.key(), visitor));
    for (ConversationKey key : hall.onlineVisitors(account)) {
      if (!known.containsKey(key)) {
        conversations.visitor(key).ifPresent(visitor -> known.put(key, visitor));
      }
    }
    return known.values().stream()
        .map(this::view)
        .sorted(Comparator.comparing((VisitorView visitor) -> !visitor.online()))
        .toList();
  }
}
