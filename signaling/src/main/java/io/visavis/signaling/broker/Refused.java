package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ErrorCode;
import java.util.Optional;

/**
 * A request that is refused to its sender, over WebSocket and REST alike. The detail is safe to
 * show to a developer.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ErrorCode code;
  private final transient Optional<String> sessionId;

  /** A refusal that concerns no known session. */
  public Refused(ErrorCode code, String detail) {
    this(code, detail, Optional.empty());
  }

  /** A refusal that points at the session that stands in the way. */
  public Refused(ErrorCode code, String detail, Optional<String> sessionId) {
    super(detail, null, false, false);
    this.code = code;
    this.sessionId = sessionId;
  }

  public ErrorCode code() {
    return code;
  }

  public Optional<String> sessionId() {
    return sessionId;
  }
}
