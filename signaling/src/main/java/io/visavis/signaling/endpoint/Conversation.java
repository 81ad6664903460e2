package io.visavis.signaling.endpoint;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import io.visavis.signaling.broker.Member;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.connection.Connection;
import io.visavis.signaling.protocol.BadMessage;
import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.Result;
import io.visavis.signaling.protocol.ServerMessage;
import io.visavis.signaling.token.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One client's connection from the first byte to the last: greeting, then requests in order, peer
 * messages at once. {@link #received} is called by the socket's thread, everything that may wait
 * for the database runs in the {@link Mailbox}.
 */
final class Conversation implements Member {
  private static final System.Logger LOG = System.getLogger(Conversation.class.getName());
  private static final Duration TOKEN_WARNING = Duration.ofMinutes(1);
  private static final int BAD_MESSAGES_FORGIVEN = 20;

  private final Connection connection;
  private final Optional<String> origin;
  private final Gateway gateway;
  private final Mailbox mailbox;
  private final Outbox outbox;
  private volatile ClientMessage.Hello hello;
  private volatile Principal principal;
  private Instant warnedOf;
  private int badMessages;
  private volatile int closedWith;

  // Touched in the mailbox alone, one piece of work after the other.
  private String watched;
  private boolean resumed;
  private boolean left;

  Conversation(Connection connection, Optional<String> origin, Gateway gateway, Mailbox mailbox) {
    this.connection = connection;
    this.origin = origin;
    this.gateway = gateway;
    this.mailbox = mailbox;
    this.outbox = new Outbox(connection, gateway.codec());
  }

  // --- what comes in ---------------------------------------------------------------------------

  /** A text message came. Never throws. */
  void received(String text) {
    switch (connection.received()) {
      case CLOSED -> {}
      case REFUSED -> refuse(Optional.empty(), ErrorCode.TOO_MANY_MESSAGES, "slow down");
      case ADMITTED -> read(text);
    }
  }

  /** Something came that is no text message, which the protocol does not know. */
  void receivedBinary() {
    refuse(Optional.empty(), ErrorCode.BAD_MESSAGE, "messages are text");
    connection.close(CloseCode.REFUSED);
  }

  private void read(String text) {
    if (connection.tooLarge(text)) {
      refuse(Optional.empty(), ErrorCode.MESSAGE_TOO_LARGE, "larger than the message limit");
      connection.close(CloseCode.TOO_BIG);
      return;
    }
    try {
      route(gateway.codec().decode(text));
    } catch (BadMessage e) {
      gateway.events().refused(e.code());
      send(e.reply());
      if (++badMessages > BAD_MESSAGES_FORGIVEN) {
        connection.close(CloseCode.REFUSED);
      }
    }
  }

  private void route(ClientMessage message) {
    switch (message.type()) {
      case PING -> send(new ServerMessage.Pong());
      case PONG -> {}
      case PEER_OFFER, PEER_ANSWER, PEER_ICE, PEER_RENEGOTIATE ->
          guarded(message, () -> relay((ClientMessage.Peer) message));
      default -> {
        if (!mailbox.post(() -> handle(message))) {
          refuse(message.requestId(), ErrorCode.TOO_MANY_MESSAGES, "wait for replies");
        }
      }
    }
  }

  private void relay(ClientMessage.Peer message) {
    authorize(message);
    gateway.broker().relay(this, message);
    message.requestId().ifPresent(id -> send(ServerMessage.Ok.of(id)));
  }

  /** Runs in the mailbox. What was said before the socket closed still counts; a hello does not. */
  private void handle(ClientMessage message) {
    if (left) {
      return;
    }
    if (message instanceof ClientMessage.Hello greeting) {
      if (connection.open()) {
        guarded(message, () -> greet(greeting));
      }
      return;
    }
    guarded(message, () -> request(message));
    outbox.release();
  }

  private void request(ClientMessage message) {
    authorize(message);
    var id = message.requestId().orElseThrow();
    switch (message.type()) {
      case TOKEN_RENEW -> renew((ClientMessage.TokenRenew) message);
      case VISITOR_WATCH -> watch((ClientMessage.VisitorWatch) message);
      default -> {
        outbox.holdOwn();
        outbox.release(new ServerMessage.Ok(id, gateway.dispatch().handle(this, message)));
      }
    }
  }

  private void authorize(ClientMessage message) {
    if (principal == null) {
      throw new Refused(ErrorCode.NOT_AUTHENTICATED, "say hello first");
    }
    if (!MessageRules.allows(message.type(), hello.kind())) {
      throw new Refused(ErrorCode.FORBIDDEN, "not for this kind of client");
    }
    if (principal instanceof Principal.Agent agent
        && !MessageRules.allows(message.type(), agent.role())) {
      throw new Refused(ErrorCode.FORBIDDEN, "the token's role may not do this");
    }
  }

  /** No exception leaves this; what went wrong inside is logged and answered in one word. */
  private void guarded(ClientMessage message, Runnable work) {
    try {
      work.run();
    } catch (Refused e) {
      reject(message, e);
      if (principal == null) {
        connection.close(CloseCode.REFUSED);
      }
    } catch (RuntimeException e) {
      reject(message, failed(message, e));
    }
  }

  private Refused failed(ClientMessage message, RuntimeException e) {
    LOG.log(ERROR, "connection " + connection.id() + " " + message.type().word() + " failed", e);
    return new Refused(ErrorCode.INTERNAL, "the service failed; try again");
  }

  /** The refusal goes out before all else that the request brought about. */
  private void reject(ClientMessage message, Refused e) {
    gateway.events().refused(e.code());
    LOG.log(DEBUG, "connection {0} refused {1}", connection.id(), e.code().word());
    var reply =
        new ServerMessage.ErrorReply(
            message.requestId(), e.code(), e.getMessage(), e.code().retryable(), e.sessionId());
    if (message instanceof ClientMessage.Peer) {
      send(reply);
    } else {
      outbox.release(reply);
    }
  }

  // --- requests that the conversation itself answers -------------------------------------------

  private void greet(ClientMessage.Hello greeting) {
    if (principal != null) {
      throw new Refused(ErrorCode.BAD_MESSAGE, "hello is said once");
    }
    try {
      outbox.holdAll();
      var result = gateway.greeting().greet(this, greeting, origin);
      connection.greeted();
      outbox.release(ServerMessage.Ok.of(greeting.id(), result));
    } catch (Refused e) {
      turnAway(greeting, e);
    } catch (RuntimeException e) {
      turnAway(greeting, failed(greeting, e));
    }
  }

  /** Whatever the greeting had done already is undone: nothing of this connection stays behind. */
  private void turnAway(ClientMessage.Hello greeting, Refused e) {
    leave();
    principal = null;
    outbox.drop();
    reject(greeting, e);
    connection.close(Greeting.closeCode(e.code()));
  }

  /** The greeting found out who this is. */
  void admitted(ClientMessage.Hello greeting, Principal speaker) {
    hello = greeting;
    principal = speaker;
  }

  private void renew(ClientMessage.TokenRenew message) {
    var renewed = gateway.admission().renew(principal, hello.kind(), message.token());
    if (watched != null) {
      reachable((Principal.Agent) renewed.principal(), watched);
    }
    principal = renewed.principal();
    send(
        ServerMessage.Ok.of(
            message.id(), new Result.TokenRenewed(principal.expiresAt(), renewed.freshToken())));
  }

  private void watch(ClientMessage.VisitorWatch message) {
    reachable((Principal.Agent) principal, message.visitorId());
    var attendance = gateway.broker().attendance();
    outbox.holdAll();
    if (watched != null && !watched.equals(message.visitorId())) {
      attendance.unwatch(this, watched);
    }
    watched = message.visitorId();
    // What the hello asked to resume is resumed once: said again, old offers would pass for new.
    var resume = resumed ? Optional.<ClientMessage.Resume>empty() : hello.resume();
    attendance.watch(this, watched, resume);
    resumed = true;
    outbox.release(ServerMessage.Ok.of(message.id()));
  }

  private static void reachable(Principal.Agent agent, String visitorId) {
    if (!agent.mayReach(visitorId)) {
      throw new Refused(ErrorCode.FORBIDDEN, "the token is good for another visitor only");
    }
  }

  // --- time and end ----------------------------------------------------------------------------

  /** Called about once a second, by one thread. */
  void tick(Instant now) {
    connection.check();
    if (connection.pingDue()) {
      send(new ServerMessage.Ping());
    }
    var speaker = principal;
    if (speaker == null) {
      return;
    }
    var expiresAt = speaker.expiresAt();
    if (!now.isBefore(expiresAt)) {
      connection.close(CloseCode.TOKEN_EXPIRED);
    } else if (!expiresAt.equals(warnedOf) && !now.isBefore(expiresAt.minus(TOKEN_WARNING))) {
      warnedOf = expiresAt;
      send(new ServerMessage.TokenExpiring(expiresAt));
    }
  }

  /** The key that signed the present token; empty before the greeting, and for visitors. */
  Optional<Admission.SigningKey> key() {
    return Optional.ofNullable(principal).flatMap(Admission::key);
  }

  /** The socket is closed. */
  void gone(int code) {
    connection.gone();
    closedWith = code;
  }

  /**
   * Puts the departure in line, after all that the client said before; false when nobody works at
   * the moment and it is to be asked again.
   */
  boolean depart() {
    return mailbox.postLast(this::leave);
  }

  private void leave() {
    if (closedWith != 0) {
      // Here and not in the thread that reads the sockets: a log may be slow.
      LOG.log(INFO, "connection {0} closed with {1}", connection.id(), String.valueOf(closedWith));
    }
    left = true;
    gateway.left(this);
    if (principal == null) {
      return;
    }
    var attendance = gateway.broker().attendance();
    if (watched != null) {
      attendance.unwatch(this, watched);
    }
    attendance.disconnected(this);
  }

  // --- Member ----------------------------------------------------------------------------------

  @Override
  public String connectionId() {
    return connection.id();
  }

  @Override
  public String clientId() {
    return hello.clientId();
  }

  @Override
  public ClientKind kind() {
    return hello.kind();
  }

  @Override
  public Principal principal() {
    return principal;
  }

  @Override
  public boolean canShare() {
    return hello.canShare().orElse(true);
  }

  @Override
  public void send(ServerMessage message) {
    outbox.send(message);
  }

  @Override
  public void close(CloseCode code) {
    connection.close(code);
  }

  private void refuse(Optional<String> requestId, ErrorCode code, String detail) {
    gateway.events().refused(code);
    LOG.log(DEBUG, "connection {0} refused {1}", connection.id(), code.word());
    send(ServerMessage.ErrorReply.of(requestId, code, detail));
  }
}
