package io.visavis.signaling.token;

import java.util.Locale;

/**
 * Why a token is not accepted. For the log, and for the account admin who tries a token of the own
 * account; everybody else gets one uniform answer.
 */
public enum TokenFault {
  /** Longer than 8192 characters. */
  TOO_LONG,
  /** Not three parts of base64url with one JSON object each in the first two. */
  MALFORMED,
  /** A header that changes how the token is to be read: {@code crit}, {@code zip}, {@code b64}. */
  HEADER,
  /** The header's {@code typ} is another. */
  TYPE,
  /** The header has no {@code kid}, or one that no key can have. */
  KID_MISSING,
  /** The account has no such key, neither registered nor in its JWK Set. */
  KID_UNKNOWN,
  /** The key was revoked. */
  KEY_REVOKED,
  /** The key's secret cannot be read any more; another key has to be made. */
  KEY_UNREADABLE,
  /** The header's {@code alg} is not the one the key is registered for. */
  ALGORITHM,
  /** The signature was not made with this key over these bytes. */
  SIGNATURE,
  /** As {@link #SIGNATURE}: the secret was decoded from base64 before signing. */
  SECRET_DECODED,
  /** As {@link #SIGNATURE}: the secret's base64 text was used in place of its bytes. */
  SECRET_ENCODED,
  /** {@code iss} is not the site key. */
  ISSUER,
  /** {@code aud} is not {@code visavis}. */
  AUDIENCE,
  /** {@code sub} is missing, too long, or holds U+0000 or half a surrogate pair. */
  SUBJECT,
  /** {@code iat}, {@code exp} or {@code jti} is missing. */
  CLAIM_MISSING,
  /** {@code exp} has passed. */
  EXPIRED,
  /** {@code nbf} or {@code iat} is still to come; milliseconds in place of seconds, perhaps. */
  NOT_YET,
  /** {@code exp} is too long after {@code iat}, or before it. */
  LIFE,
  /** {@code name} is missing, too long, no text, or nothing of it can be seen. */
  NAME,
  /** {@code role} is not {@code agent} or {@code admin}. */
  ROLE,
  /** {@code visitor} is no text. */
  VISITOR,
  /** The service's own token lacks its account. */
  ACCOUNT;

  /** The machine word, as in {@code key-revoked}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
