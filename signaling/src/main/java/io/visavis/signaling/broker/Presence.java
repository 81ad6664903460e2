package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.ServerMessage.VisitorState;
import io.visavis.signaling.token.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which visitors are connected to this node, and which panels watch them. Going from page to page
 * closes one connection and opens the next: absence is told only once it has lasted. What panels
 * are told is composed and sent under one lock, so that the last word is the true one.
 */
final class Presence {
  private final Map<VisitorKey, Crowd> crowds = new HashMap<>();
  private final Duration settle;
  private final Clock clock;

  /** Everyone around one visitor. */
  private static final class Crowd {
    private final Set<Member> visitor = new LinkedHashSet<>();

    /** Each with the moment since which a call for help is shown to it. */
    private final Map<Member, Instant> panels = new LinkedHashMap<>();

    private Instant leavingSince;
    private String conversationId;
    private String assignedConversationId;
    private Instant helpAskedAt;

    boolean deserted() {
      return visitor.isEmpty() && panels.isEmpty() && leavingSince == null;
    }
  }

  /** Absence counts after {@code settle}. */
  Presence(Duration settle, Clock clock) {
    this.settle = settle;
    this.clock = clock;
  }

  /** A page or popup is there; returns the same page's connection of before, if it lingers. */
  synchronized Optional<Member> arrive(VisitorKey visitor, Member member) {
    var crowd = crowd(visitor);
    var before = removeSamePage(crowd.visitor, member);
    crowd.visitor.add(member);
    crowd.leavingSince = null;
    announce(visitor, crowd);
    return before;
  }

  /** A page or popup is gone; nothing happens when it never was there. */
  synchronized void leave(VisitorKey visitor, Member member) {
    var crowd = crowds.get(visitor);
    if (crowd == null || !crowd.visitor.remove(member)) {
      return;
    }
    if (crowd.visitor.isEmpty()) {
      crowd.leavingSince = clock.instant();
    } else {
      announce(visitor, crowd);
    }
  }

  /** The visitor is in that conversation from now on; forgotten with the visitor's presence. */
  synchronized void converse(VisitorKey visitor, Optional<String> conversationId) {
    var crowd = crowds.get(visitor);
    if (crowd == null || Objects.equals(crowd.conversationId, conversationId.orElse(null))) {
      return;
    }
    crowd.conversationId = conversationId.orElse(null);
    announce(visitor, crowd);
  }

  /** The host's server named that conversation, or none any more; it stands before the page's. */
  synchronized void assign(VisitorKey visitor, Optional<String> conversationId) {
    var crowd = crowds.get(visitor);
    if (crowd == null
        || Objects.equals(crowd.assignedConversationId, conversationId.orElse(null))) {
      return;
    }
    crowd.assignedConversationId = conversationId.orElse(null);
    announce(visitor, crowd);
  }

  /** The conversation that the visitor's page named. */
  synchronized Optional<String> conversation(VisitorKey visitor) {
    return Optional.ofNullable(crowds.get(visitor)).map(crowd -> crowd.conversationId);
  }

  /** Since when the visitor waits for help; empty when nobody has to answer. */
  synchronized void call(VisitorKey visitor, Optional<Instant> askedAt) {
    var crowd = crowds.get(visitor);
    if (crowd == null || Objects.equals(crowd.helpAskedAt, askedAt.orElse(null))) {
      return;
    }
    crowd.helpAskedAt = askedAt.orElse(null);
    announce(visitor, crowd);
  }

  /**
   * A panel watches from now on, and is told of a call for help unless it is older than {@code
   * callsSince}; returns the same panel's connection of before, if it lingers.
   */
  synchronized Optional<Member> watch(VisitorKey visitor, Member panel, Instant callsSince) {
    var crowd = crowd(visitor);
    var before = removeSamePage(crowd.panels.keySet(), panel);
    crowd.panels.put(panel, callsSince);
    panel.send(state(visitor, crowd, callsSince));
    return before;
  }

  synchronized void unwatch(VisitorKey visitor, Member panel) {
    crowds.computeIfPresent(
        visitor,
        (key, crowd) -> {
          crowd.panels.remove(panel);
          return crowd.deserted() ? null : crowd;
        });
  }

  /**
   * Everyone who is told of a visitor's sessions: the visitor's pages and popups, and the panels.
   */
  synchronized List<Member> audience(VisitorKey visitor) {
    var crowd = crowds.get(visitor);
    return crowd == null
        ? List.of()
        : Stream.concat(crowd.visitor.stream(), crowd.panels.keySet().stream()).toList();
  }

  /** Tells the absence of visitors who have been gone long enough. */
  synchronized void settle() {
    var latest = clock.instant().minus(settle);
    crowds
        .entrySet()
        .removeIf(
            entry -> {
              var crowd = entry.getValue();
              if (crowd.leavingSince != null && !crowd.leavingSince.isAfter(latest)) {
                crowd.leavingSince = null;
                announce(entry.getKey(), crowd);
              }
              return crowd.deserted();
            });
  }

  /** How a visitor is now; empty when not connected. */
  synchronized Optional<VisitorState> now(VisitorKey visitor) {
    return Optional.ofNullable(crowds.get(visitor))
        .map(crowd -> state(visitor, crowd, Instant.MIN))
        .filter(VisitorState::online);
  }

  /** The ids of an account's visitors who are connected, in order. */
  synchronized List<String> online(String accountId) {
    return crowds.entrySet().stream()
        .filter(entry -> entry.getKey().accountId().equals(accountId))
        .filter(entry -> online(entry.getValue()))
        .map(entry -> entry.getKey().visitorId())
        .sorted()
        .toList();
  }

  /** How many visitors are remembered. */
  synchronized int size() {
    return crowds.size();
  }

  private Crowd crowd(VisitorKey visitor) {
    return crowds.computeIfAbsent(visitor, key -> new Crowd());
  }

  private static Optional<Member> removeSamePage(Set<Member> members, Member member) {
    var before = members.stream().filter(old -> old != member && samePage(old, member)).findFirst();
    before.ifPresent(members::remove);
    return before;
  }

  private static boolean samePage(Member one, Member other) {
    return one.kind() == other.kind()
        && one.clientId().equals(other.clientId())
        && agentId(one).equals(agentId(other));
  }

  private static Optional<String> agentId(Member member) {
    return member.principal() instanceof Principal.Agent agent
        ? Optional.of(agent.agentId())
        : Optional.empty();
  }

  private static void announce(VisitorKey visitor, Crowd crowd) {
    Map.copyOf(crowd.panels).forEach((panel, since) -> panel.send(state(visitor, crowd, since)));
  }

  private static VisitorState state(VisitorKey visitor, Crowd crowd, Instant callsSince) {
    var pages = crowd.visitor.stream().filter(member -> member.kind() == ClientKind.PAGE).toList();
    var canShare = pages.isEmpty() || pages.stream().anyMatch(Member::canShare);
    return new VisitorState(
        visitor.visitorId(),
        online(crowd),
        canShare,
        Optional.ofNullable(crowd.assignedConversationId)
            .or(() -> Optional.ofNullable(crowd.conversationId)),
        Optional.ofNullable(crowd.helpAskedAt).filter(askedAt -> !askedAt.isBefore(callsSince)));
  }

  private static boolean online(Crowd crowd) {
    return !crowd.visitor.isEmpty() || crowd.leavingSince != null;
  }
}
