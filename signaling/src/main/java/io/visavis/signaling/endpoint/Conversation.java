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
import io.visavis.signaling.protocol.Side;
import io.visavis.signaling.token.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  private volatile ClientMessage.Hello hello;
  private volatile Principal principal;
  private volatile String watched;
  private List<ServerMessage> held;
  private boolean warned;
  private int badMessages;

  Conversation(Connection connection, Optional<String> origin, Gateway gateway, Mailbox mailbox) {
    this.connection = connection;
    this.origin = origin;
    this.gateway = gateway;
    this.mailbox = mailbox;
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
    if (text.length() > gateway.limits().maxMessageBytes()) {
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
        if (!mailbox.post(() -> guarded(message, () -> handle(message)))) {
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

  private void handle(ClientMessage message) {
    if (message instanceof ClientMessage.Hello greeting) {
      greet(greeting);
      return;
    }
    authorize(message);
    var id = message.requestId().orElseThrow();
    switch (message.type()) {
      case TOKEN_RENEW -> renew((ClientMessage.TokenRenew) message);
      case VISITOR_WATCH -> watch((ClientMessage.VisitorWatch) message);
      default -> send(new ServerMessage.Ok(id, gateway.dispatch().handle(this, message)));
    }
  }

  private void authorize(ClientMessage message) {
    if (principal == null) {
      throw new Refused(ErrorCode.NOT_AUTHENTICATED, "say hello first");
    }
    if (!MessageRules.allows(message.type(), hello.kind())) {
      throw new Refused(ErrorCode.FORBIDDEN, "not for this kind of client");
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
      LOG.log(ERROR, "connection " + connection.id() + " " + message.type().word() + " failed", e);
      refuse(message.requestId(), ErrorCode.INTERNAL, "the service failed; try again");
    }
  }

  private void reject(ClientMessage message, Refused e) {
    gateway.events().refused(e.code());
    send(
        new ServerMessage.ErrorReply(
            message.requestId(), e.code(), e.getMessage(), e.code().retryable(), e.sessionId()));
  }

  // --- greeting --------------------------------------------------------------------------------

  private void greet(ClientMessage.Hello greeting) {
    if (principal != null) {
      throw new Refused(ErrorCode.BAD_MESSAGE, "hello is said once");
    }
    try {
      if (!greeting.versions().contains(Gateway.VERSION)) {
        throw new Refused(ErrorCode.VERSION_UNSUPPORTED, "this server speaks version 1");
      }
      admit(greeting);
    } catch (Refused e) {
      dropHeld();
      reject(greeting, e);
      connection.close(closeCode(e.code()));
    } catch (RuntimeException e) {
      dropHeld();
      throw e;
    }
  }

  private void admit(ClientMessage.Hello greeting) {
    var admitted = gateway.admission().admit(greeting, origin);
    hello = greeting;
    principal = admitted.principal();
    gateway.admitted(this);
    holdMessages();
    var resumed = arrive(greeting, admitted);
    connection.greeted();
    LOG.log(
        INFO,
        "connection {0} hello as {1} of account {2}",
        connection.id(),
        greeting.kind().word(),
        admitted.account().id());
    release(ServerMessage.Ok.of(greeting.id(), welcome(admitted, resumed)));
  }

  private Optional<Boolean> arrive(ClientMessage.Hello greeting, Admission.Admitted admitted) {
    var attendance = gateway.broker().attendance();
    if (greeting.kind() == ClientKind.PANEL) {
      return Optional.empty();
    }
    if (admitted.ticketSession().isPresent()) {
      attendance.popupArrives(this, admitted.ticketSession().get());
      return Optional.empty();
    }
    var resumed = attendance.visitorArrives(this, greeting.resume());
    return greeting.resume().map(asked -> resumed);
  }

  private Result.HelloResult welcome(Admission.Admitted admitted, Optional<Boolean> resumed) {
    var limits = gateway.limits();
    var visitorId =
        principal instanceof Principal.Visitor visitor
            ? Optional.of(visitor.visitorId())
            : Optional.<String>empty();
    var now = gateway.clock().instant();
    return new Result.HelloResult(
        Gateway.VERSION,
        connection.id(),
        hello.kind() == ClientKind.PANEL ? Side.AGENT : Side.VISITOR,
        now,
        admitted.account().name(),
        visitorId,
        admitted.freshToken(),
        principal.expiresAt(),
        new Result.Heartbeat(limits.pingInterval().toMillis(), limits.deadAfter().toMillis()),
        gateway.settings().iceServers(),
        admitted.account().eligibility().holdsAt(now),
        admitted.ticketSession(),
        resumed);
  }

  private static CloseCode closeCode(ErrorCode code) {
    return switch (code) {
      case TOKEN_EXPIRED -> CloseCode.TOKEN_EXPIRED;
      case LIMIT_REACHED -> CloseCode.TRY_LATER;
      default -> CloseCode.REFUSED;
    };
  }

  private void renew(ClientMessage.TokenRenew message) {
    var renewed = gateway.admission().renew(principal, hello.kind(), message.token());
    principal = renewed.principal();
    warned = false;
    send(
        ServerMessage.Ok.of(
            message.id(), new Result.TokenRenewed(principal.expiresAt(), renewed.freshToken())));
  }

  private void watch(ClientMessage.VisitorWatch message) {
    var agent = (Principal.Agent) principal;
    if (!agent.mayReach(message.visitorId())) {
      throw new Refused(ErrorCode.FORBIDDEN, "the token is good for another visitor only");
    }
    var attendance = gateway.broker().attendance();
    if (watched != null) {
      attendance.unwatch(this, watched);
    }
    watched = message.visitorId();
    holdMessages();
    attendance.watch(this, watched, hello.resume());
    release(ServerMessage.Ok.of(message.id()));
  }

  // --- time and end ----------------------------------------------------------------------------

  /** Called about once a second. */
  void tick(Instant now) {
    connection.check();
    if (connection.pingDue()) {
      send(new ServerMessage.Ping());
    }
    var speaker = principal;
    if (speaker == null) {
      return;
    }
    if (!now.isBefore(speaker.expiresAt())) {
      connection.close(CloseCode.TOKEN_EXPIRED);
    } else if (!warned && !now.isBefore(speaker.expiresAt().minus(TOKEN_WARNING))) {
      warned = true;
      send(new ServerMessage.TokenExpiring(speaker.expiresAt()));
    }
  }

  /** The socket is closed; what the client said before is still done first. */
  void gone(int code) {
    connection.gone();
    LOG.log(INFO, "connection {0} closed with {1}", connection.id(), String.valueOf(code));
    if (!mailbox.postLast(this::leave)) {
      leave();
    }
  }

  private void leave() {
    if (principal == null) {
      return;
    }
    var attendance = gateway.broker().attendance();
    attendance.disconnected(this);
    if (watched != null) {
      attendance.unwatch(this, watched);
    }
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
    synchronized (this) {
      if (held != null) {
        held.add(message);
        return;
      }
    }
    offer(message);
  }

  @Override
  public void close(CloseCode code) {
    connection.close(code);
  }

  /** The reply to a greeting goes out before anything that the greeting brings about. */
  private synchronized void holdMessages() {
    held = new ArrayList<>();
  }

  private synchronized void dropHeld() {
    held = null;
  }

  private synchronized void release(ServerMessage first) {
    var waiting = held;
    held = null;
    offer(first);
    waiting.forEach(this::offer);
  }

  private void offer(ServerMessage message) {
    try {
      connection.offer(gateway.codec().encode(message));
    } catch (RuntimeException e) {
      LOG.log(ERROR, "connection " + connection.id() + " cannot be told", e);
      connection.close(CloseCode.INTERNAL);
    }
  }

  private void refuse(Optional<String> requestId, ErrorCode code, String detail) {
    gateway.events().refused(code);
    LOG.log(DEBUG, "connection {0} refused {1}", connection.id(), code.word());
    send(ServerMessage.ErrorReply.of(requestId, code, detail));
  }
}
