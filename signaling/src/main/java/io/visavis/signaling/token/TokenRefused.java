package io.visavis.signaling.token;

/**
 * A token that is not accepted. The caller answers uniformly; {@link #getMessage()} is for the log
 * and holds no part of the token.
 */
public final class TokenRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean expired;

  TokenRefused(String cause, boolean expired) {
    super(cause, null, false, false);
    this.expired = expired;
  }

  /** Whether the token was genuine but is past its time: a fresh one will do. */
  public boolean expired() {
    return expired;
  }
}
