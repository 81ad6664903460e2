package io.visavis.signaling.protocol;

import java.util.List;
import java.util.Optional;

/**
 * A message from a client, checked against the schema by {@link SignalingCodec#decode}.
 *
 * <p>It says what is wanted, never by whom: that comes from the connection's verified token.
 */
public sealed interface ClientMessage {

  /** The message's type, for the authorization table and for a {@code switch}. */
  MessageType type();

  /**
   * The id under which the sender awaits {@code ok} or {@code error}; empty when it awaits none.
   */
  default Optional<String> requestId() {
    return Optional.empty();
  }

  /** A message that is always answered by {@code ok} or {@code error}. */
  sealed interface Request extends ClientMessage {
    /** The id that the reply repeats. */
    String id();

    @Override
    default Optional<String> requestId() {
      return Optional.of(id());
    }
  }

  /** A message about one share session. */
  sealed interface OfSession extends ClientMessage {
    /** The session it is about; nothing says yet that the sender takes part in it. */
    String sessionId();
  }

  /** A message for the other side of the session, relayed as it is under a sequence number. */
  sealed interface Peer extends OfSession {
    /** Empty: the sender wants no reply when all is well. */
    @Override
    Optional<String> requestId();

    /** The characters of what the peers say to each other: what keeping the message costs. */
    int length();
  }

  /** The first message of every connection. Exactly one of {@code token} and {@code ticket}. */
  record Hello(
      String id,
      List<Integer> versions,
      ClientKind kind,
      String clientId,
      Optional<String> token,
      Optional<String> ticket,
      Language language,
      Optional<Boolean> canShare,
      Optional<Resume> resume)
      implements Request {
    public Hello {
      versions = List.copyOf(versions);
    }

    @Override
    public MessageType type() {
      return MessageType.HELLO;
    }

    /** Without the token and the ticket: it may be logged. */
    @Override
    public String toString() {
      return "Hello[" + kind + " " + clientId + " versions " + versions + " " + resume + "]";
    }
  }

  /** What a reconnecting client saw last: the highest {@code seq} of that session, 0 for none. */
  record Resume(String sessionId, long seq) {}

  /** A fresh token of the same kind, account and subject. */
  record TokenRenew(String id, String token) implements Request {
    @Override
    public MessageType type() {
      return MessageType.TOKEN_RENEW;
    }

    /** Without the token: it may be logged. */
    @Override
    public String toString() {
      return "TokenRenew[" + id + "]";
    }
  }

  /** Are you there? */
  record Ping() implements ClientMessage {
    @Override
    public MessageType type() {
      return MessageType.PING;
    }
  }

  /** I am here. */
  record Pong() implements ClientMessage {
    @Override
    public MessageType type() {
      return MessageType.PONG;
    }
  }

  /** Page: the visitor is in this conversation of the host's now; empty: in none any more. */
  record VisitorConversation(String id, Optional<String> conversationId) implements Request {
    @Override
    public MessageType type() {
      return MessageType.VISITOR_CONVERSATION;
    }
  }

  /** Page: the visitor would like to be helped by screen sharing. */
  record HelpAsk(String id) implements Request {
    @Override
    public MessageType type() {
      return MessageType.HELP_ASK;
    }
  }

  /** Agent: tell me of this visitor from now on. */
  record VisitorWatch(String id, String visitorId) implements Request {
    @Override
    public MessageType type() {
      return MessageType.VISITOR_WATCH;
    }
  }

  /** Agent: ask this visitor to share. */
  record ShareRequest(
      String id, String visitorId, Optional<String> conversationId, Delivery delivery)
      implements Request {
    @Override
    public MessageType type() {
      return MessageType.SHARE_REQUEST;
    }
  }

  /** Agent: take the request back. */
  record ShareWithdraw(String id, String sessionId) implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.SHARE_WITHDRAW;
    }
  }

  /**
   * Visitor: yes; {@code wording} names the text of consent that was shown.
   *
   * @param policyVersion the version of the account's policy whose words stood beside it; 0 for
   *     none
   */
  record ShareAccept(
      String id, String sessionId, String wording, Language language, int policyVersion)
      implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.SHARE_ACCEPT;
    }
  }

  /** Visitor: no. */
  record ShareDecline(String id, String sessionId, DeclineCause cause)
      implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.SHARE_DECLINE;
    }
  }

  /** Agent: activate the connection. */
  record ShareActivate(String id, String sessionId) implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.SHARE_ACTIVATE;
    }
  }

  /** Popup: the picture goes blank. */
  record SharePause(String id, String sessionId) implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.SHARE_PAUSE;
    }
  }

  /** Popup: the picture comes back. */
  record ShareResume(String id, String sessionId) implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.SHARE_RESUME;
    }
  }

  /** Either side: end it. */
  record ShareStop(String id, String sessionId, StopCause cause) implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.SHARE_STOP;
    }
  }

  /** Either side: what the picture should favour. */
  record ShareQuality(String id, String sessionId, QualityMode mode) implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.SHARE_QUALITY;
    }
  }

  /** Popup: the capture runs. */
  record CaptureStarted(String id, String sessionId, Surface surface)
      implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.CAPTURE_STARTED;
    }
  }

  /** Visitor's side: what stands between yes and pixels. */
  record VisitorNotice(String id, String sessionId, Notice notice) implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.VISITOR_NOTICE;
    }
  }

  /** Agent: the first frame was shown. */
  record MediaFlowing(String id, String sessionId) implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.MEDIA_FLOWING;
    }
  }

  /** Visitor's page: a fresh ticket for the popup. */
  record TicketNew(String id, String sessionId) implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.TICKET_NEW;
    }
  }

  /** Popup or panel: the servers to connect over, with credentials of this share. */
  record IceAsk(String id, String sessionId) implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.ICE_ASK;
    }
  }

  /** Popup or panel: what it found when it looked for the relay. */
  record RelayReport(String id, String sessionId, RelayReach reach) implements Request, OfSession {
    @Override
    public MessageType type() {
      return MessageType.RELAY_REPORT;
    }
  }

  /** Popup to panel: an SDP offer, opaque here. */
  record PeerOffer(Optional<String> requestId, String sessionId, String sdp) implements Peer {
    @Override
    public MessageType type() {
      return MessageType.PEER_OFFER;
    }

    @Override
    public int length() {
      return sdp.length();
    }

    /** With the length of the SDP in its place: it holds network addresses of a person. */
    @Override
    public String toString() {
      return "PeerOffer[" + sessionId + " " + sdp.length() + " chars]";
    }
  }

  /** Panel to popup: the SDP answer, opaque here. */
  record PeerAnswer(Optional<String> requestId, String sessionId, String sdp) implements Peer {
    @Override
    public MessageType type() {
      return MessageType.PEER_ANSWER;
    }

    @Override
    public int length() {
      return sdp.length();
    }

    /** With the length of the SDP in its place: it holds network addresses of a person. */
    @Override
    public String toString() {
      return "PeerAnswer[" + sessionId + " " + sdp.length() + " chars]";
    }
  }

  /** Either side to the other: one ICE candidate; an empty one says there are no more. */
  record PeerIce(
      Optional<String> requestId,
      String sessionId,
      String candidate,
      Optional<String> sdpMid,
      Optional<Integer> sdpMLineIndex,
      Optional<String> usernameFragment)
      implements Peer {
    @Override
    public MessageType type() {
      return MessageType.PEER_ICE;
    }

    @Override
    public int length() {
      return candidate.length()
          + sdpMid.map(String::length).orElse(0)
          + usernameFragment.map(String::length).orElse(0);
    }

    /** With the length of the candidate in its place: it holds a network address of a person. */
    @Override
    public String toString() {
      return "PeerIce[" + sessionId + " " + candidate.length() + " chars]";
    }
  }

  /** Panel to popup: please offer again. */
  record PeerRenegotiate(Optional<String> requestId, String sessionId, boolean iceRestart)
      implements Peer {
    @Override
    public MessageType type() {
      return MessageType.PEER_RENEGOTIATE;
    }

    @Override
    public int length() {
      return 0;
    }
  }
}
