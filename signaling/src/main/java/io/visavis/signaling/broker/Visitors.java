package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.ServerMessage.VisitorState;
import io.visavis.signaling.token.Principal;
import io.visavis.signaling.visitor.VisitorFacts;
import io.visavis.signaling.visitor.VisitorStore;
import io.visavis.signaling.website.HelpRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The visitors of an account, for its host: those who are connected now, and those of whom
 * something is remembered.
 */
public final class Visitors {
  private final Floor floor;
  private final VisitorStore store;
  private final HelpRules rules;

  Visitors(Floor floor, VisitorStore store, HelpRules rules) {
    this.floor = floor;
    this.store = store;
    this.rules = rules;
  }

  /**
   * One visitor.
   *
   * @param canShare whether the browser can share a screen; empty while nobody is connected
   * @param conversationId the conversation that the visitor is in
   */
  public record View(
      String visitorId,
      boolean online,
      Optional<Boolean> canShare,
      Optional<String> conversationId,
      VisitorFacts facts) {}

  /** Where a page of the list begins: behind that visitor, among the connected or after them. */
  public record Place(boolean online, String visitorId) {}

  /**
   * One page of the list.
   *
   * @param views at most as many as asked for; who left while it was made is missing
   * @param next where the next page begins; empty when nobody follows
   */
  public record Page(List<View> views, Optional<Place> next) {}

  /**
   * One visitor that the token may reach.
   *
   * @throws Refused {@code not-found} when the account knows no such visitor
   */
  public View find(Principal.Agent agent, String visitorId) {
    return views(agent.accountId(), Set.of(visitorId)).stream()
        .filter(view -> agent.mayReach(visitorId))
        .findFirst()
        .orElseThrow(() -> new Refused(ErrorCode.NOT_FOUND, "no such visitor"));
  }

  /**
   * Those who are connected, by id, and after them those who are remembered.
   *
   * @param after the last one of the page before
   * @param onlineOnly without those who are only remembered
   */
  public Page list(Principal.Agent agent, Optional<Place> after, boolean onlineOnly, int limit) {
    var account = agent.accountId();
    var online = floor.presence.online(account);
    var among = after.filter(place -> !place.online()).isPresent() ? List.<String>of() : online;
    var here =
        among.stream()
            .filter(id -> after.isEmpty() || id.compareTo(after.get().visitorId()) > 0)
            .filter(agent::mayReach)
            .limit(limit + 1L)
            .toList();
    var others =
        onlineOnly || here.size() > limit
            ? List.<String>of()
            : remembered(agent, after, Set.copyOf(online), limit + 1 - here.size());
    var ids = Stream.concat(here.stream(), others.stream()).toList();
    // By the ids, and not by what is known of them a moment later: whoever leaves meanwhile must
    // not take those along who come behind.
    var next =
        Optional.of(limit)
            .filter(size -> ids.size() > size)
            .map(size -> new Place(size <= here.size(), ids.get(size - 1)));
    return new Page(views(account, ids.subList(0, Math.min(limit, ids.size()))), next);
  }

  /** Batch by batch, since those who are connected stand at the front already. */
  private List<String> remembered(
      Principal.Agent agent, Optional<Place> after, Set<String> online, int limit) {
    if (agent.onlyVisitor() != null) {
      return Stream.of(agent.onlyVisitor())
          .filter(id -> after.isEmpty() && !online.contains(id))
          .toList();
    }
    var last = after.filter(place -> !place.online()).map(Place::visitorId).orElse(null);
    var found = new ArrayList<String>();
    List<String> batch;
    do {
      batch = store.remembered(agent.accountId(), last, limit);
      batch.stream().filter(id -> !online.contains(id)).forEach(found::add);
      last = batch.isEmpty() ? last : batch.get(batch.size() - 1);
    } while (batch.size() == limit && found.size() < limit);
    return found.subList(0, Math.min(limit, found.size()));
  }

  /**
   * The host's server says which conversation a visitor is in; that stands, whatever the visitor's
   * page says, until it is taken back.
   *
   * @param conversationId empty: the page's word counts again
   * @throws Refused {@code not-found} when the account knows no such visitor
   */
  public View converse(Principal.Agent agent, String visitorId, Optional<String> conversationId) {
    find(agent, visitorId);
    var visitor = new VisitorKey(agent.accountId(), visitorId);
    store.converse(
        visitor.accountId(), visitorId, conversationId.orElse(null), floor.clock.instant());
    recall(visitor);
    return find(agent, visitorId);
  }

  /** The conversation that a visitor is in: what the host's server said, else the page. */
  Optional<String> conversation(VisitorKey visitor) {
    return named(visitor).or(() -> floor.presence.conversation(visitor));
  }

  /**
   * Tells panels of the conversation that is named, also one that only begins to watch. What the
   * host names meanwhile is newer than what was read, and may have been told already: so it is read
   * again, until it stays the same.
   */
  void recall(VisitorKey visitor) {
    var named = named(visitor);
    floor.presence.assign(visitor, named);
    for (var again = named(visitor); !again.equals(named); again = named(visitor)) {
      named = again;
      floor.presence.assign(visitor, named);
    }
  }

  private Optional<String> named(VisitorKey visitor) {
    return store.conversation(visitor.accountId(), visitor.visitorId());
  }

  /** In the order of the ids; without those of whom nothing is known. */
  private List<View> views(String accountId, Collection<String> visitorIds) {
    var since = floor.clock.instant().minus(rules.life());
    var facts = store.facts(accountId, visitorIds, since);
    return visitorIds.stream()
        .flatMap(id -> view(new VisitorKey(accountId, id), facts).stream())
        .toList();
  }

  private Optional<View> view(VisitorKey visitor, Map<String, VisitorFacts> remembered) {
    var id = visitor.visitorId();
    var state = floor.presence.now(visitor);
    var facts = remembered.get(id);
    if (state.isEmpty() && facts == null) {
      return Optional.empty();
    }
    var known = facts == null ? VisitorFacts.NONE : facts;
    return Optional.of(
        new View(
            id,
            state.isPresent(),
            state.map(VisitorState::canShare),
            Optional.ofNullable(known.conversationId())
                .or(() -> state.flatMap(VisitorState::conversationId)),
            known));
  }
}
