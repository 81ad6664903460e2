package io.visavis.signaling.token;

/**
 * A token that is not accepted. The caller answers uniformly; {@link #getMessage()} is for the log
 * and holds no part of the token.
 */
public final class TokenRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final TokenFault fault;

  TokenRefused(TokenFault fault) {
    super(fault.word(), null, false, false);
    this.fault = fault;
  }

  /** Why; not for whoever sent the token. */
  public TokenFault fault() {
    return fault;
  }

  /** Whether the token was genuine but is past its time: a fresh one will do. */
  public boolean expired() {
    return fault == TokenFault.EXPIRED;
  }
}
