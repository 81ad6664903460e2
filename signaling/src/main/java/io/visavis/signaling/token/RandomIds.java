package io.visavis.signaling.token;

import java.security.SecureRandom;
import java.util.Base64;

/** Unguessable ids: base64url without padding from a cryptographic generator. */
public final class RandomIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomIds() {}

  /** 144 random bits, 24 characters: sessions, tokens, connections. */
  public static String id() {
    return text(18);
  }

  /** 256 random bits, 43 characters: tickets. */
  static String ticket() {
    return text(32);
  }

  private static String text(int bytes) {
    var raw = new byte[bytes];
    RANDOM.nextBytes(raw);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }
}
