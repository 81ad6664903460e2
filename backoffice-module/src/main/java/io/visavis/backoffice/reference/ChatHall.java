package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.ConversationKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everyone connected to the chat now, and the ways to speak to several of them. */
@ApplicationScoped
class ChatHall {
  static final Duration LINGER = Duration.ofSeconds(5);
  static final int MAX_SOCKETS = 2_000;

  private final Set<ChatConnection> connections = ConcurrentHashMap.newKeySet();
  private final Attendance<ConversationKey> visitors = new Attendance<>(LINGER);
  private final Attendance<DemoUser> agents = new Attendance<>(LINGER);

  /** Notes an open socket; false when there are too many already. */
  boolean open(ChatConnection connection) {
    return connections.size() < MAX_SOCKETS && connections.add(connection);
  }

  List<ChatConnection> connections() {
    return List.copyOf(connections);
  }

  /** Notes who a socket belongs to; true when they were not present before. */
  boolean enter(ChatConnection connection, ChatParty party) {
    return party
        .visitor()
        .map(key -> visitors.enter(key, connection))
        .orElseGet(() -> agents.enter(party.agent().orElseThrow(), connection));
  }

  /** Forgets an open socket; false when it was forgotten before. */
  boolean forget(ChatConnection connection) {
    return connections.remove(connection);
  }

  /** Takes a socket from its owner; true when it was their last. */
  boolean leave(ChatConnection connection, Instant now) {
    return connection.party().map(party -> leave(connection, party, now)).orElse(false);
  }

  private boolean leave(ChatConnection connection, ChatParty party, Instant now) {
    return party
        .visitor()
        .map(key -> visitors.leave(key, connection, now))
        .orElseGet(() -> agents.leave(party.agent().orElseThrow(), connection, now));
  }

  List<ConversationKey> settleVisitors(Instant now) {
    return visitors.settle(now);
  }

  List<DemoUser> settleAgents(Instant now) {
    return agents.settle(now);
  }

  boolean isOnline(ConversationKey visitor) {
    return visitors.isPresent(visitor);
  }

  boolean isOnline(DemoUser agent) {
    return agents.isPresent(agent);
  }

  List<ConversationKey> onlineVisitors(DemoAccount account) {
    return visitors.present().stream()
        .filter(key -> key.siteKey().equals(account.siteKey()))
        .toList();
  }

  void tellVisitor(ConversationKey visitor, String text) {
    visitors.sockets(visitor).forEach(socket -> socket.send(text));
  }

  void tellVisitors(DemoAccount account, String text) {
    onlineVisitors(account).forEach(visitor -> tellVisitor(visitor, text));
  }

  /** Speaks to every user of the account's backoffice. */
  void tellAgents(String siteKey, String text) {
    agents.present().stream()
        .filter(agent -> agent.account().siteKey().equals(siteKey))
        .flatMap(agent -> agents.sockets(agent).stream())
        .forEach(socket -> socket.send(text));
  }
}
