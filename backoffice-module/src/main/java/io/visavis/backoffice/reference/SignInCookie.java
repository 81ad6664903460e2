package io.visavis.backoffice.reference;

import jakarta.ws.rs.core.NewCookie;

/** The cookie that carries a sign-in: out of reach of scripts, not sent along from other sites. */
final class SignInCookie {
  static final String NAME = "visavis-reference";

  private SignInCookie() {}

  static NewCookie of(String value, boolean overTls) {
    return build(value, (int) SignIns.LIFE.toSeconds(), overTls);
  }

  /** Makes the browser forget it. */
  static NewCookie gone(boolean overTls) {
    return build("", 0, overTls);
  }

  private static NewCookie build(String value, int maxAge, boolean overTls) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/reference")
        .maxAge(maxAge)
        .httpOnly(true)
        .secure(overTls)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
