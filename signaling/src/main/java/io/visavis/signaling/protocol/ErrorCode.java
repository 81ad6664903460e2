package io.visavis.signaling.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * Every way in which a request is refused, on the WebSocket ({@code error}) and in REST (RFC 9457).
 *
 * <p>{@link #retryable()} means that the very same request may succeed later without anything else
 * being done first.
 */
public enum ErrorCode implements Word {
  /** Not JSON as the protocol asks, or a field is missing, of the wrong type or out of bounds. */
  BAD_MESSAGE("bad-message", false, 400),
  /** A message type this version does not know, or one that only the server sends. */
  UNKNOWN_TYPE("unknown-type", false, 400),
  /** Larger than the message limit. */
  MESSAGE_TOO_LARGE("message-too-large", false, 413),
  /** Faster than the rate limit. */
  TOO_MANY_MESSAGES("too-many-messages", true, 429),
  /** None of the versions in {@code hello} is spoken here. */
  VERSION_UNSUPPORTED("version-unsupported", false, 400),
  /** Something other than {@code hello} came first, or there is no token. */
  NOT_AUTHENTICATED("not-authenticated", false, 401),
  /** The token does not verify. */
  TOKEN_INVALID("token-invalid", false, 401),
  /** The token verifies but is past its expiry. */
  TOKEN_EXPIRED("token-expired", false, 401),
  /** The ticket is unknown, used or expired. */
  TICKET_INVALID("ticket-invalid", false, 401),
  /** This role may not do this. */
  FORBIDDEN("forbidden", false, 403),
  /** No such thing for this account: unknown and foreign ids give the same answer. */
  NOT_FOUND("not-found", false, 404),
  /** The account is not eligible for screen sharing. */
  NOT_ELIGIBLE("not-eligible", false, 403),
  /** A request to this visitor is open already. */
  REQUEST_OPEN("request-open", false, 409),
  /** The visitor shares with another agent now. */
  VISITOR_BUSY("visitor-busy", true, 409),
  /** The session's state does not allow this. */
  WRONG_STATE("wrong-state", false, 409),
  /** The request was answered already, here or in another tab. */
  ALREADY_ANSWERED("already-answered", false, 409),
  /** This visitor already shares. */
  ALREADY_SHARING("already-sharing", false, 409),
  /** Another window of the same side took this session over. */
  TAKEN_OVER("taken-over", false, 409),
  /** The account's policy does not let this agent ask. */
  NOT_PERMITTED_BY_POLICY("not-permitted-by-policy", false, 403),
  /** The account's policy does not let this surface be shown; another one may be picked. */
  SURFACE_NOT_PERMITTED("surface-not-permitted", false, 403),
  /** The account's policy lets pictures travel over a relay only, and this names another path. */
  RELAY_ONLY("relay-only", false, 403),
  /** The account's policy was changed since it was read. */
  POLICY_CHANGED("policy-changed", false, 409),
  /** The account's limits were changed since they were read. */
  LIMITS_CHANGED("limits-changed", false, 409),
  /** The service has no relay that pictures could be bound to. */
  NO_RELAY("no-relay", false, 409),
  /** A limit on how many is reached. */
  LIMIT_REACHED("limit-reached", true, 429),
  /** The account has or sent as much as its operator allows. */
  ACCOUNT_LIMIT("account-limit", true, 429),
  /** The service cannot do this now. */
  UNAVAILABLE("unavailable", true, 503),
  /** A fault of the service. */
  INTERNAL("internal", true, 500);

  private static final Map<String, ErrorCode> BY_WORD = Word.index(values());

  private final String word;
  private final boolean retryable;
  private final int httpStatus;

  ErrorCode(String word, boolean retryable, int httpStatus) {
    this.word = word;
    this.retryable = retryable;
    this.httpStatus = httpStatus;
  }

  @Override
  public String word() {
    return word;
  }

  /** Whether the same request may succeed later as it is. */
  public boolean retryable() {
    return retryable;
  }

  /** The status of the problem response in REST (RFC 9110). */
  public int httpStatus() {
    return httpStatus;
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<ErrorCode> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
