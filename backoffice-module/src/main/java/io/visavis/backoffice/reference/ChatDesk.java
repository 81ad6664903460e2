package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.Conversations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;

/**
 * The life of a chat socket: it opens, says hello, talks, closes. Calls for one connection come one
 * after the other, on threads that may wait for the database.
 */
@ApplicationScoped
class ChatDesk {
  private static final Logger LOG = System.getLogger(ChatDesk.class.getName());

  private ChatHall hall;
  private ChatNews news;
  private Conversations conversations;
  private ChatInput.Receiver talk;
  private Clock clock;

  /** For the container's proxy. */
  protected ChatDesk() {}

  @Inject
  ChatDesk(
      ChatHall hall,
      ChatNews news,
      Conversations conversations,
      VisitorList visitors,
      DemoSettings settings) {
    this(hall, news, conversations, visitors, settings, Clock.systemUTC());
  }

  ChatDesk(
      ChatHall hall,
      ChatNews news,
      Conversations conversations,
      VisitorList visitors,
      DemoSettings settings,
      Clock clock) {
    this.hall = hall;
    this.news = news;
    this.conversations = conversations;
    this.clock = clock;
    ChatGreeting greeting = new ChatGreeting(hall, news, conversations, visitors, settings, clock);
    this.talk = new ChatTalk(hall, news, conversations, greeting, clock);
  }

  /** A socket opened; it is closed again when there are too many. */
  void opened(ChatConnection connection) {
    if (!hall.open(connection)) {
      connection.close(ChatClose.FULL);
    }
  }

  /** A message came in; one that crossed with our hanging up is not heard any more. */
  void received(ChatConnection connection, String text) {
    if (connection.closingSince().isPresent()) {
      return;
    }
    if (!connection.mayWrite()) {
      connection.send(ChatOutput.error("rate-limited", "too many messages: slow down"));
      return;
    }
    try {
      ChatInputReader.read(text).deliverTo(talk, connection);
    } catch (BadInput refused) {
      connection.send(ChatOutput.error(refused.code(), refused.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "chat connection " + connection.id() + ": a message failed", e);
      connection.send(ChatOutput.error("internal", "something went wrong here: try again"));
    }
  }

  /** A socket closed, for whatever reason; told again, nothing happens. */
  void closed(ChatConnection connection) {
    if (!hall.forget(connection)) {
      return;
    }
    Instant now = clock.instant();
    boolean last = hall.leave(connection, now);
    connection.party().ifPresent(party -> farewell(connection, party, last, now));
  }

  private void farewell(ChatConnection connection, ChatParty party, boolean last, Instant now) {
    if (connection.typingTo() != null) {
      news.typing(party, connection.typingTo(), false);
    }
    if (last) {
      party.visitor().ifPresent(key -> conversations.leave(key, now));
    }
    LOG.log(Level.DEBUG, "chat connection {0} closed", connection.id());
  }
}
