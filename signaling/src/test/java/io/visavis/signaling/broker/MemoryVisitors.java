package io.visavis.signaling.broker;

import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.visitor.VisitorFacts;
import io.visavis.signaling.visitor.VisitorStore;
import io.visavis.signaling.website.HelpCall;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the other stores in memory remember of visitors, and the conversations named for them. */
public final class MemoryVisitors implements VisitorStore {
  private final MemoryStore sessions;
  private final MemoryWebsite website;
  private final Map<VisitorKey, String> conversations = new HashMap<>();

  /** Happens once, between the next look-up and what is made of it. */
  Runnable meanwhile = () -> {};

  /** Happens once, between a conversation that is kept and what is made of it. */
  Runnable afterNaming = () -> {};

  public MemoryVisitors(MemoryStore sessions, MemoryWebsite website) {
    this.sessions = sessions;
    this.website = website;
  }

  @Override
  public List<String> remembered(String accountId, String after, int limit) {
    var ids = new TreeSet<String>();
    sessions.history(accountId, null, null, 1000).forEach(one -> ids.add(one.visitorId()));
    website.calls.stream()
        .filter(call -> call.accountId().equals(accountId))
        .forEach(call -> ids.add(call.visitorId()));
    conversations.keySet().stream()
        .filter(visitor -> visitor.accountId().equals(accountId))
        .forEach(visitor -> ids.add(visitor.visitorId()));
    return (after == null ? ids : ids.tailSet(after, false)).stream().limit(limit).toList();
  }

  @Override
  public Map<String, VisitorFacts> facts(
      String accountId, Collection<String> visitorIds, Instant helpSince) {
    var facts = new TreeMap<String, VisitorFacts>();
    var known = remembered(accountId, null, 1000);
    visitorIds.stream()
        .filter(known::contains)
        .forEach(id -> facts.put(id, facts(accountId, id, helpSince)));
    timePasses();
    return facts;
  }

  private VisitorFacts facts(String accountId, String id, Instant helpSince) {
    var shares = sessions.history(accountId, id, null, 1000);
    return new VisitorFacts(
        conversations.get(new VisitorKey(accountId, id)),
        website.unanswered(accountId, id, helpSince).map(HelpCall::askedAt).orElse(null),
        sessions.openOf(accountId, id).map(ShareSession::id).orElse(null),
        shares.size(),
        shares.stream().map(ShareSession::liveAt).filter(Objects::nonNull).count(),
        shares.stream().map(ShareSession::requestedAt).max(Comparator.naturalOrder()).orElse(null));
  }

  @Override
  public Optional<String> conversation(String accountId, String visitorId) {
    var found = conversations.get(new VisitorKey(accountId, visitorId));
    timePasses();
    return Optional.ofNullable(found);
  }

  private void timePasses() {
    var now = meanwhile;
    meanwhile = () -> {};
    now.run();
  }

  @Override
  public void converse(String accountId, String visitorId, String conversationId, Instant at) {
    conversations.put(new VisitorKey(accountId, visitorId), conversationId);
    var now = afterNaming;
    afterNaming = () -> {};
    now.run();
  }
}
