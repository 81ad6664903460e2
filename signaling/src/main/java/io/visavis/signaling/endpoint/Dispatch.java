package io.visavis.signaling.endpoint;

import io.visavis.signaling.broker.Member;
import io.visavis.signaling.broker.SessionBroker;
import io.visavis.signaling.ice.IceServers;
import io.visavis.signaling.policy.Policies;
import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.ClientMessage.CaptureStarted;
import io.visavis.signaling.protocol.ClientMessage.OfSession;
import io.visavis.signaling.protocol.ClientMessage.RelayReport;
import io.visavis.signaling.protocol.ClientMessage.ShareAccept;
import io.visavis.signaling.protocol.ClientMessage.ShareDecline;
import io.visavis.signaling.protocol.ClientMessage.ShareQuality;
import io.visavis.signaling.protocol.ClientMessage.ShareRequest;
import io.visavis.signaling.protocol.ClientMessage.ShareStop;
import io.visavis.signaling.protocol.ClientMessage.VisitorConversation;
import io.visavis.signaling.protocol.ClientMessage.VisitorNotice;
import io.visavis.signaling.protocol.Result;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.Trigger;
import io.visavis.signaling.token.Principal;
import java.util.Optional;

/**
 * Turns an admitted client's request into what the broker does, and the broker's word into a
 * result.
 */
final class Dispatch {
  private final SessionBroker broker;
  private final Policies policies;
  private final IceServers ice;

  Dispatch(SessionBroker broker, Policies policies, IceServers ice) {
    this.broker = broker;
    this.policies = policies;
    this.ice = ice;
  }

  /**
   * Does what a request about shares asks.
   *
   * @throws io.visavis.signaling.broker.Refused when it is not possible
   */
  Optional<Result> handle(Member member, ClientMessage message) {
    return switch (message.type()) {
      case VISITOR_CONVERSATION -> {
        broker.helpline().converse(member, ((VisitorConversation) message).conversationId());
        yield Optional.empty();
      }
      case HELP_ASK -> {
        broker.helpline().ask(member);
        yield Optional.empty();
      }
      case SHARE_REQUEST -> request(member, (ShareRequest) message);
      case SHARE_WITHDRAW -> act(member, message, Occurrence.of(Trigger.AGENT_WITHDRAWS));
      case SHARE_ACCEPT -> {
        var said = (ShareAccept) message;
        yield act(
            member,
            message,
            Occurrence.accepted(said.wording(), said.language().word(), said.policyVersion()));
      }
      case SHARE_DECLINE ->
          act(
              member,
              message,
              Occurrence.of(Trigger.VISITOR_DECLINES, detail((ShareDecline) message)));
      case SHARE_ACTIVATE -> act(member, message, Occurrence.of(Trigger.AGENT_ACTIVATES));
      case CAPTURE_STARTED ->
          act(
              member,
              message,
              Occurrence.of(Trigger.CAPTURE_STARTS, ((CaptureStarted) message).surface().word()));
      case MEDIA_FLOWING -> act(member, message, Occurrence.of(Trigger.MEDIA_FLOWS));
      case SHARE_PAUSE -> act(member, message, Occurrence.of(Trigger.VISITOR_PAUSES));
      case SHARE_RESUME -> act(member, message, Occurrence.of(Trigger.VISITOR_RESUMES));
      case SHARE_STOP -> act(member, message, Occurrence.of(stop(member, (ShareStop) message)));
      case SHARE_QUALITY -> {
        var wish = (ShareQuality) message;
        broker.quality(member, wish.sessionId(), wish.mode());
        yield Optional.empty();
      }
      case VISITOR_NOTICE -> {
        var said = (VisitorNotice) message;
        broker.notice(member, said.sessionId(), said.notice());
        yield Optional.empty();
      }
      case TICKET_NEW -> {
        var issued = broker.ticket(member, ((OfSession) message).sessionId());
        var policy = policies.forVisitor(policies.now(member.principal().accountId()));
        yield Optional.of(new Result.Ticket(issued.ticket(), issued.life().toMillis(), policy));
      }
      case ICE_ASK -> {
        var session = broker.connecting(member, ((OfSession) message).sessionId());
        yield Optional.of(ice.grant(session.id(), member.kind()));
      }
      case RELAY_REPORT -> {
        var said = (RelayReport) message;
        broker.relayReport(member, said.sessionId(), said.reach());
        yield Optional.empty();
      }
      case HELLO,
          TOKEN_RENEW,
          PING,
          PONG,
          VISITOR_WATCH,
          PEER_OFFER,
          PEER_ANSWER,
          PEER_ICE,
          PEER_RENEGOTIATE ->
          throw new IllegalArgumentException("handled by the conversation: " + message.type());
    };
  }

  private Optional<Result> request(Member panel, ShareRequest asked) {
    var session =
        broker.request(
            (Principal.Agent) panel.principal(),
            asked.visitorId(),
            asked.conversationId(),
            asked.delivery(),
            Optional.of(panel));
    return Optional.of(new Result.ShareRequested(session.id()));
  }

  private Optional<Result> act(Member member, ClientMessage message, Occurrence occurrence) {
    broker.act(member, ((OfSession) message).sessionId(), occurrence);
    return Optional.empty();
  }

  private static String detail(ShareDecline decline) {
    return switch (decline.cause()) {
      case REFUSED -> null;
      case BROWSER_UNSUPPORTED -> decline.cause().word();
    };
  }

  private static Trigger stop(Member member, ShareStop stop) {
    return switch (member.kind()) {
      case PAGE -> Trigger.VISITOR_STOPS;
      case POPUP ->
          switch (stop.cause()) {
            case CAPTURE_ENDED -> Trigger.CAPTURE_ENDS;
            case POPUP_CLOSED -> Trigger.POPUP_CLOSES;
            case STOPPED, AGENT_LEFT -> Trigger.VISITOR_STOPS;
          };
      case PANEL ->
          switch (stop.cause()) {
            case AGENT_LEFT -> Trigger.AGENT_LEAVES;
            case STOPPED, CAPTURE_ENDED, POPUP_CLOSED -> Trigger.AGENT_STOPS;
          };
    };
  }
}
