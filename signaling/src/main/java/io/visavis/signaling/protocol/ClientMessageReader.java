package io.visavis.signaling.protocol;

import io.visavis.signaling.protocol.ClientMessage.CaptureStarted;
import io.visavis.signaling.protocol.ClientMessage.Hello;
import io.visavis.signaling.protocol.ClientMessage.HelpAsk;
import io.visavis.signaling.protocol.ClientMessage.IceAsk;
import io.visavis.signaling.protocol.ClientMessage.MediaFlowing;
import io.visavis.signaling.protocol.ClientMessage.PeerAnswer;
import io.visavis.signaling.protocol.ClientMessage.PeerIce;
import io.visavis.signaling.protocol.ClientMessage.PeerOffer;
import io.visavis.signaling.protocol.ClientMessage.PeerRenegotiate;
import io.visavis.signaling.protocol.ClientMessage.Ping;
import io.visavis.signaling.protocol.ClientMessage.Pong;
import io.visavis.signaling.protocol.ClientMessage.RelayReport;
import io.visavis.signaling.protocol.ClientMessage.Resume;
import io.visavis.signaling.protocol.ClientMessage.ShareAccept;
import io.visavis.signaling.protocol.ClientMessage.ShareActivate;
import io.visavis.signaling.protocol.ClientMessage.ShareDecline;
import io.visavis.signaling.protocol.ClientMessage.SharePause;
import io.visavis.signaling.protocol.ClientMessage.ShareQuality;
import io.visavis.signaling.protocol.ClientMessage.ShareRequest;
import io.visavis.signaling.protocol.ClientMessage.ShareResume;
import io.visavis.signaling.protocol.ClientMessage.ShareStop;
import io.visavis.signaling.protocol.ClientMessage.ShareWithdraw;
import io.visavis.signaling.protocol.ClientMessage.TicketNew;
import io.visavis.signaling.protocol.ClientMessage.TokenRenew;
import io.visavis.signaling.protocol.ClientMessage.VisitorConversation;
import io.visavis.signaling.protocol.ClientMessage.VisitorNotice;
import io.visavis.signaling.protocol.ClientMessage.VisitorWatch;
import java.util.Optional;

/** Makes the message of a known type from its fields. */
final class ClientMessageReader {
  private static final int MAX_VERSIONS = 8;
  private static final int MAX_VERSION = 1000;
  private static final int MAX_LINE_INDEX = 255;

  private final Fields fields;

  private ClientMessageReader(Fields fields) {
    this.fields = fields;
  }

  static ClientMessage read(MessageType type, Fields fields) throws BadMessage {
    return new ClientMessageReader(fields).read(type);
  }

  private ClientMessage read(MessageType type) throws BadMessage {
    return switch (type) {
      case HELLO -> hello();
      case TOKEN_RENEW -> new TokenRenew(id(), fields.text("token", Rule.TOKEN));
      case PING -> new Ping();
      case PONG -> new Pong();
      case VISITOR_CONVERSATION ->
          new VisitorConversation(
              id(), fields.optionalText("conversationId", Rule.CONVERSATION_ID));
      case HELP_ASK -> new HelpAsk(id());
      case VISITOR_WATCH -> new VisitorWatch(id(), visitorId());
      case SHARE_REQUEST ->
          new ShareRequest(
              id(),
              visitorId(),
              fields.optionalText("conversationId", Rule.CONVERSATION_ID),
              delivery());
      case SHARE_WITHDRAW -> new ShareWithdraw(id(), sessionId());
      case SHARE_ACCEPT ->
          new ShareAccept(
              id(),
              sessionId(),
              fields.text("wording", Rule.WORDING),
              language(),
              fields.optionalInteger("policyVersion", 0, Integer.MAX_VALUE).orElse(0));
      case SHARE_DECLINE ->
          new ShareDecline(
              id(), sessionId(), fields.word("cause", DeclineCause::of, DeclineCause.values()));
      case SHARE_ACTIVATE -> new ShareActivate(id(), sessionId());
      case SHARE_PAUSE -> new SharePause(id(), sessionId());
      case SHARE_RESUME -> new ShareResume(id(), sessionId());
      case SHARE_STOP ->
          new ShareStop(id(), sessionId(), fields.word("cause", StopCause::of, StopCause.values()));
      case SHARE_QUALITY ->
          new ShareQuality(
              id(), sessionId(), fields.word("mode", QualityMode::of, QualityMode.values()));
      case CAPTURE_STARTED ->
          new CaptureStarted(
              id(), sessionId(), fields.word("surface", Surface::of, Surface.values()));
      case VISITOR_NOTICE ->
          new VisitorNotice(id(), sessionId(), fields.word("notice", Notice::of, Notice.values()));
      case MEDIA_FLOWING -> new MediaFlowing(id(), sessionId());
      case TICKET_NEW -> new TicketNew(id(), sessionId());
      case ICE_ASK -> new IceAsk(id(), sessionId());
      case RELAY_REPORT ->
          new RelayReport(
              id(), sessionId(), fields.word("reach", RelayReach::of, RelayReach.values()));
      case PEER_OFFER -> new PeerOffer(peerId(), sessionId(), fields.text("sdp", Rule.SDP));
      case PEER_ANSWER -> new PeerAnswer(peerId(), sessionId(), fields.text("sdp", Rule.SDP));
      case PEER_ICE -> ice();
      case PEER_RENEGOTIATE ->
          new PeerRenegotiate(peerId(), sessionId(), fields.flag("iceRestart"));
    };
  }

  private Hello hello() throws BadMessage {
    Hello hello =
        new Hello(
            id(),
            fields.integers("versions", MAX_VERSIONS, 1, MAX_VERSION),
            fields.word("kind", ClientKind::of, ClientKind.values()),
            fields.text("clientId", Rule.CLIENT_ID),
            fields.optionalText("token", Rule.TOKEN),
            fields.optionalText("ticket", Rule.TICKET),
            language(),
            fields.optionalFlag("canShare"),
            resume());
    if (hello.token().isPresent() == hello.ticket().isPresent()) {
      throw fields.refused("token", "exactly one of token and ticket");
    }
    return hello;
  }

  private Optional<Resume> resume() throws BadMessage {
    Optional<Fields> nested = fields.optionalObject("resume");
    if (nested.isEmpty()) {
      return Optional.empty();
    }
    Fields resume = nested.get();
    return Optional.of(
        new Resume(
            resume.text("sessionId", Rule.SESSION_ID),
            resume.integer("seq", 0, Fields.MAX_INTEGER)));
  }

  private PeerIce ice() throws BadMessage {
    return new PeerIce(
        peerId(),
        sessionId(),
        fields.text("candidate", Rule.CANDIDATE),
        fields.optionalText("sdpMid", Rule.SDP_MID),
        fields.optionalInteger("sdpMLineIndex", 0, MAX_LINE_INDEX),
        fields.optionalText("usernameFragment", Rule.USERNAME_FRAGMENT));
  }

  private String id() throws BadMessage {
    return fields.text("id", Rule.REQUEST_ID);
  }

  /** A relayed message needs no id; its {@code seq} is the server's to give, but must be sound. */
  private Optional<String> peerId() throws BadMessage {
    if (fields.has("seq")) {
      fields.integer("seq", 1, Fields.MAX_INTEGER);
    }
    return fields.optionalText("id", Rule.REQUEST_ID);
  }

  private String sessionId() throws BadMessage {
    return fields.text("sessionId", Rule.SESSION_ID);
  }

  private String visitorId() throws BadMessage {
    return fields.text("visitorId", Rule.VISITOR_ID);
  }

  private Delivery delivery() throws BadMessage {
    return fields.has("delivery")
        ? fields.word("delivery", Delivery::of, Delivery.values())
        : Delivery.SITE;
  }

  private Language language() throws BadMessage {
    return fields.word("language", Language::of, Language.values());
  }
}
