package io.visavis.signaling.endpoint;

import static java.lang.System.Logger.Level.INFO;

import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.policy.AccountPolicy;
import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.ClientMessage.Hello;
import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.Result;
import io.visavis.signaling.protocol.Side;
import io.visavis.signaling.token.Principal;
import java.util.Optional;

/** What {@code hello} asks for: admission, a place among the person's connections, an arrival. */
final class Greeting {
  private static final System.Logger LOG = System.getLogger(Greeting.class.getName());

  private final Gateway gateway;

  Greeting(Gateway gateway) {
    this.gateway = gateway;
  }

  /**
   * Admits the client; on any failure after that the conversation itself undoes what was done.
   *
   * @throws Refused when it may not come in
   */
  Result.HelloResult greet(Conversation conversation, Hello hello, Optional<String> origin) {
    if (!hello.versions().contains(Gateway.VERSION)) {
      throw new Refused(ErrorCode.VERSION_UNSUPPORTED, "this server speaks version 1");
    }
    var admitted = gateway.admission().admit(hello, origin);
    conversation.admitted(hello, admitted.principal());
    gateway.admitted(conversation);
    var resumed = arrive(conversation, hello, admitted);
    LOG.log(
        INFO,
        "connection {0} hello as {1} of account {2}",
        conversation.connectionId(),
        hello.kind().word(),
        admitted.account().id());
    return result(conversation, hello, admitted, resumed);
  }

  private Optional<Boolean> arrive(
      Conversation conversation, Hello hello, Admission.Admitted admitted) {
    var attendance = gateway.broker().attendance();
    if (hello.kind() == ClientKind.PANEL) {
      return Optional.empty();
    }
    if (admitted.ticketSession().isPresent()) {
      attendance.popupArrives(conversation, admitted.ticketSession().get());
      return Optional.empty();
    }
    var resumed = attendance.visitorArrives(conversation, hello.resume());
    return hello.resume().map(asked -> resumed);
  }

  private Result.HelloResult result(
      Conversation conversation,
      Hello hello,
      Admission.Admitted admitted,
      Optional<Boolean> resumed) {
    var limits = gateway.limits();
    var principal = admitted.principal();
    var visitorId =
        principal instanceof Principal.Visitor visitor
            ? Optional.of(visitor.visitorId())
            : Optional.<String>empty();
    var now = gateway.clock().instant();
    var eligible = admitted.account().eligibility().holdsAt(now);
    var standing = gateway.policies().now(admitted.account().id());
    var mayAsk =
        hello.kind() == ClientKind.PAGE
            ? Optional.of(eligible && standing.choices().visitorsMayAsk())
            : Optional.<Boolean>empty();
    return new Result.HelloResult(
        Gateway.VERSION,
        conversation.connectionId(),
        hello.kind() == ClientKind.PANEL ? Side.AGENT : Side.VISITOR,
        now,
        admitted.account().name(),
        policy(principal, standing),
        visitorId,
        admitted.freshToken(),
        principal.expiresAt(),
        new Result.Heartbeat(limits.pingInterval().toMillis(), limits.deadAfter().toMillis()),
        gateway.settings().ice().open(),
        eligible,
        mayAsk,
        admitted.ticketSession(),
        resumed);
  }

  private Result.Policy policy(Principal principal, AccountPolicy standing) {
    return principal instanceof Principal.Agent agent
        ? gateway.policies().forAgent(standing.choices(), agent.agentId())
        : gateway.policies().forVisitor(standing);
  }

  /** How a connection ends whose hello was refused with that code. */
  static CloseCode closeCode(ErrorCode code) {
    return switch (code) {
      case TOKEN_EXPIRED -> CloseCode.TOKEN_EXPIRED;
      case LIMIT_REACHED -> CloseCode.TRY_LATER;
      case INTERNAL -> CloseCode.INTERNAL;
      default -> CloseCode.REFUSED;
    };
  }
}
