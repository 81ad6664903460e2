package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.ServerMessage.VisitorState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which visitors are connected to this node, and which panels watch them. Going from page to page
 * closes one connection and opens the next: absence is told only once it has lasted.
 */
final class Presence {
  private final Map<VisitorKey, Set<Member>> visitors = new ConcurrentHashMap<>();
  private final Map<VisitorKey, Set<Member>> panels = new ConcurrentHashMap<>();
  private final Map<VisitorKey, Instant> leaving = new ConcurrentHashMap<>();
  private final Duration settle;
  private final Clock clock;

  /** Absence counts after {@code settle}. */
  Presence(Duration settle, Clock clock) {
    this.settle = settle;
    this.clock = clock;
  }

  void arrive(VisitorKey visitor, Member member) {
    add(visitors, visitor, member);
    leaving.remove(visitor);
    announce(visitor);
  }

  void leave(VisitorKey visitor, Member member) {
    remove(visitors, visitor, member);
    if (visitors.containsKey(visitor)) {
      announce(visitor);
    } else {
      leaving.put(visitor, clock.instant());
    }
  }

  void watch(VisitorKey visitor, Member panel) {
    add(panels, visitor, panel);
    panel.send(state(visitor));
  }

  void unwatch(VisitorKey visitor, Member panel) {
    remove(panels, visitor, panel);
  }

  /**
   * Everyone who is told of a visitor's sessions: the visitor's pages and popups, and the panels.
   */
  List<Member> audience(VisitorKey visitor) {
    return Stream.concat(
            visitors.getOrDefault(visitor, Set.of()).stream(),
            panels.getOrDefault(visitor, Set.of()).stream())
        .toList();
  }

  /** Tells the absence of visitors who have been gone long enough. */
  void settle() {
    var now = clock.instant();
    leaving.forEach(
        (visitor, since) -> {
          if (!now.isBefore(since.plus(settle)) && leaving.remove(visitor, since)) {
            announce(visitor);
          }
        });
  }

  private void announce(VisitorKey visitor) {
    var state = state(visitor);
    panels.getOrDefault(visitor, Set.of()).forEach(panel -> panel.send(state));
  }

  private VisitorState state(VisitorKey visitor) {
    var here = visitors.getOrDefault(visitor, Set.of());
    var pages = here.stream().filter(member -> member.kind() == ClientKind.PAGE).toList();
    var canShare = pages.isEmpty() || pages.stream().anyMatch(Member::canShare);
    return new VisitorState(
        visitor.visitorId(), !here.isEmpty() || leaving.containsKey(visitor), canShare);
  }

  private static void add(Map<VisitorKey, Set<Member>> map, VisitorKey key, Member member) {
    map.compute(
        key,
        (k, members) -> {
          Set<Member> all = members == null ? ConcurrentHashMap.newKeySet() : members;
          all.add(member);
          return all;
        });
  }

  private static void remove(Map<VisitorKey, Set<Member>> map, VisitorKey key, Member member) {
    map.computeIfPresent(
        key,
        (k, members) -> {
          members.remove(member);
          return members.isEmpty() ? null : members;
        });
  }
}
