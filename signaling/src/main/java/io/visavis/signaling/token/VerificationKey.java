package io.visavis.signaling.token;

import io.jsonwebtoken.JwtParserBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import io.jsonwebtoken.security.SecureDigestAlgorithm;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.KeyAlgorithm;
import java.security.Key;
import java.security.PublicKey;
import javax.crypto.SecretKey;

/** A key and the one algorithm it verifies. */
record VerificationKey(KeyAlgorithm algorithm, Key key) {

  static VerificationKey secret(SecretKey key) {
    return new VerificationKey(KeyAlgorithm.HS256, key);
  }

  /**
   * The key of a host.
   *
   * @throws TokenRefused when its material is not that of a key
   */
  static VerificationKey of(AgentKey key) {
    if (!key.readable()) {
      throw new TokenRefused(TokenFault.KEY_UNREADABLE);
    }
    try {
      return key.algorithm().symmetric()
          ? secret(Keys.hmacShaKeyFor(key.material()))
          : new VerificationKey(
              key.algorithm(), PublicKeys.decoded(key.algorithm(), key.material()));
    } catch (io.jsonwebtoken.security.WeakKeyException | IllegalArgumentException e) {
      throw new TokenRefused(TokenFault.KEY_UNREADABLE);
    }
  }

  /** Lets a parser accept this algorithm with this key, and nothing else. */
  JwtParserBuilder bind(JwtParserBuilder parser) {
    var bound = parser.sig().clear().add(digest()).and();
    return key instanceof SecretKey shared
        ? bound.verifyWith(shared)
        : bound.verifyWith((PublicKey) key);
  }

  private SecureDigestAlgorithm<?, ?> digest() {
    return switch (algorithm) {
      case HS256 -> Jwts.SIG.HS256;
      case RS256 -> Jwts.SIG.RS256;
      case ES256 -> Jwts.SIG.ES256;
      case EDDSA -> Jwts.SIG.EdDSA;
    };
  }
}
