package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.Conversations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be looked at from time to time: sockets that fell silent, do not read or never said
 * hello, sign-ins that ended, people who have left.
 */
@ApplicationScoped
class ChatHousekeeping {
  static final Duration PING_EVERY = Duration.ofSeconds(15);
  static final Duration SILENT_AFTER = Duration.ofSeconds(40);
  static final Duration HELLO_WITHIN = Duration.ofSeconds(10);
  static final Duration UNSENT_FOR = Duration.ofSeconds(10);

  /** How long a client may take to hang up as well before it is no longer counted. */
  static final Duration CLOSING_FOR = Duration.ofSeconds(5);

  private ChatHall hall;
  private ChatDesk desk;
  private ChatNews news;
  private Conversations conversations;
  private SignIns signIns;
  private Clock clock;

  /** For the container's proxy. */
  protected ChatHousekeeping() {}

  @Inject
  ChatHousekeeping(
      ChatHall hall, ChatDesk desk, ChatNews news, Conversations conversations, SignIns signIns) {
    this(hall, desk, news, conversations, signIns, Clock.systemUTC());
  }

  ChatHousekeeping(
      ChatHall hall,
      ChatDesk desk,
      ChatNews news,
      Conversations conversations,
      SignIns signIns,
      Clock clock) {
    this.hall = hall;
    this.desk = desk;
    this.news = news;
    this.conversations = conversations;
    this.signIns = signIns;
    this.clock = clock;
  }

  /** Does all of it once. */
  void sweep() {
    Instant now = clock.instant();
    hall.connections().forEach(connection -> look(connection, now));
    hall.settleVisitors(now).forEach(key -> conversations.visitor(key).ifPresent(news::visitor));
    Set<DemoAccount> thinned = new HashSet<>();
    hall.settleAgents(now).forEach(agent -> thinned.add(agent.account()));
    thinned.forEach(news::presence);
  }

  private void look(ChatConnection connection, Instant now) {
    Optional<Instant> closing = connection.closingSince();
    if (closing.isPresent()) {
      if (isOver(closing.get(), CLOSING_FOR, now)) {
        desk.closed(connection);
      }
      return;
    }
    Optional<ChatClose> why = reasonToClose(connection, now);
    why.ifPresent(connection::close);
    if (why.isEmpty() && isOver(connection.pingedAt(), PING_EVERY, now)) {
      connection.pinged();
      connection.send(ChatOutput.ping());
    }
  }

  private Optional<ChatClose> reasonToClose(ChatConnection connection, Instant now) {
    if (connection.party().isEmpty() && isOver(connection.openedAt(), HELLO_WITHIN, now)) {
      return Optional.of(ChatClose.NO_HELLO);
    }
    if (isOver(connection.heardAt(), SILENT_AFTER, now)) {
      return Optional.of(ChatClose.SILENT);
    }
    if (connection.oldestUnsent().filter(since -> isOver(since, UNSENT_FOR, now)).isPresent()) {
      return Optional.of(ChatClose.TOO_SLOW);
    }
    boolean agent = connection.party().flatMap(ChatParty::agent).isPresent();
    boolean signedOut = connection.facts().signedIn().filter(signIns::isValid).isEmpty();
    return agent && signedOut ? Optional.of(ChatClose.SIGNED_OUT) : Optional.empty();
  }

  private static boolean isOver(Instant since, Duration limit, Instant now) {
    return !now.isBefore(since.plus(limit));
  }
}
