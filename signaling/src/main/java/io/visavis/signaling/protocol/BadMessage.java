package io.visavis.signaling.protocol;

import java.util.Optional;

/**
 * A client's message that the protocol refuses.
 *
 * <p>{@link #getMessage()} names the field and what is expected there. It never repeats anything of
 * the message, so it may be sent back and logged.
 */
public final class BadMessage extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Optional<String> requestId;

  BadMessage(ErrorCode code, String detail, Optional<String> requestId) {
    // Hostile clients make these by the thousand: no stack trace, no suppression.
    super(detail, null, false, false);
    this.code = code;
    this.requestId = requestId;
  }

  /** The code to answer with. */
  public ErrorCode code() {
    return code;
  }

  /** The id to answer to, where the message had a well-formed one. */
  public Optional<String> requestId() {
    return requestId;
  }

  /** The refusal as it goes back to the sender. */
  public ServerMessage.ErrorReply reply() {
    return ServerMessage.ErrorReply.of(requestId, code, getMessage());
  }
}
