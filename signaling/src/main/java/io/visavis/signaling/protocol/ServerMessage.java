package io.visavis.signaling.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message to a client, turned into text by {@link SignalingCodec#encode(ServerMessage)}. */
public sealed interface ServerMessage {

  /** The server speaks first: now say hello, within so many milliseconds. */
  record ServerReady(List<Integer> versions, long helloWithinMs) implements ServerMessage {
    public ServerReady {
      versions = List.copyOf(versions);
    }
  }

  /** The request of this id succeeded. */
  record Ok(String id, Optional<Result> result) implements ServerMessage {
    /** A success that says nothing more. */
    public static Ok of(String id) {
      return new Ok(id, Optional.empty());
    }

    /** A success with a result. */
    public static Ok of(String id, Result result) {
      return new Ok(id, Optional.of(result));
    }
  }

  /**
   * A refusal; with an id: of that request. {@code detail} is for a developer and must hold nothing
   * that came from outside; it is cut to 512 characters.
   */
  record ErrorReply(
      Optional<String> id,
      ErrorCode code,
      String detail,
      boolean retryable,
      Optional<String> sessionId)
      implements ServerMessage {
    static final int MAX_DETAIL = 512;

    public ErrorReply {
      detail = detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
    }

    /** A refusal as retryable as its code is. */
    public static ErrorReply of(Optional<String> id, ErrorCode code, String detail) {
      return new ErrorReply(id, code, detail, code.retryable(), Optional.empty());
    }

    /** The same, about this session. */
    public ErrorReply about(String session) {
      return new ErrorReply(id, code, detail, retryable, Optional.of(session));
    }
  }

  /** Are you there? */
  record Ping() implements ServerMessage {}

  /** I am here. */
  record Pong() implements ServerMessage {}

  /** The whole state of a session, under its number among that session's messages to this side. */
  record SessionStateMessage(long seq, SessionSnapshot session) implements ServerMessage {}

  /**
   * To panels that watch: whether the visitor is there, and can share.
   *
   * @param conversationId the host's conversation that the visitor's page said it is in
   * @param helpAskedAt when the visitor asked for help, while nobody has answered it
   */
  record VisitorState(
      String visitorId,
      boolean online,
      boolean canShare,
      Optional<String> conversationId,
      Optional<Instant> helpAskedAt)
      implements ServerMessage {
    /** A visitor who is in no conversation and asks for nothing. */
    public VisitorState(String visitorId, boolean online, boolean canShare) {
      this(visitorId, online, canShare, Optional.empty(), Optional.empty());
    }
  }

  /** Send {@code token.renew} before then. */
  record TokenExpiring(Instant expiresAt) implements ServerMessage {}

  /** The other side's message, under its number among that session's messages to this side. */
  record Relay(long seq, ClientMessage.Peer message) implements ServerMessage {}
}
