package io.visavis.signaling.account;

import java.util.Arrays;
import java.util.Optional;

/** How a host signs its agent tokens (JWS, RFC 7518 section 3.1 and RFC 8037). */
public enum KeyAlgorithm {
  /** HMAC with a secret that both sides know. */
  HS256("HS256"),
  /** RSA of 2048 bits or more, PKCS #1 v1.5. */
  RS256("RS256"),
  /** ECDSA on the curve P-256. */
  ES256("ES256"),
  /** Ed25519. */
  EDDSA("EdDSA");

  private final String word;

  KeyAlgorithm(String word) {
    this.word = word;
  }

  /** As it stands in a token's header {@code alg}, exactly. */
  public String word() {
    return word;
  }

  /** Whether the service keeps a secret of the host for it, rather than a public key. */
  public boolean symmetric() {
    return this == HS256;
  }

  /** The algorithm of that name; empty for every other text, in any case. */
  public static Optional<KeyAlgorithm> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}
