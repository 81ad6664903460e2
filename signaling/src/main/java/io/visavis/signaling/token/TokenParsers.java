package io.visavis.signaling.token;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.function.Function;

/**
 * The one way a token is verified: HS256 only, no compression, no encryption, a known {@code kid},
 * the expected {@code typ}, all registered claims present and a bounded life (RFC 8725).
 */
final class TokenParsers {
  static final String AUDIENCE = "visavis";

  /** Larger tokens are refused before anything looks inside. */
  static final int MAXIMUM_LENGTH = 8192;

  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final int MAXIMUM_KID = 128;

  private final Clock clock;
  private final Duration maximumLife;

  TokenParsers(Clock clock, Duration maximumLife) {
    this.clock = clock;
    this.maximumLife = maximumLife;
  }

  Jws<Claims> verify(String token, String typ, Function<String, Key> keyOf) {
    if (token == null || token.length() > MAXIMUM_LENGTH) {
      throw new TokenRefused("length", false);
    }
    try {
      var jws = parser(keyOf).parseSignedClaims(token);
      check(jws, typ);
      return jws;
    } catch (ExpiredJwtException e) {
      throw new TokenRefused("expired", true);
    } catch (JwtException | IllegalArgumentException e) {
      throw new TokenRefused(e.getClass().getSimpleName(), false);
    }
  }

  private JwtParser parser(Function<String, Key> keyOf) {
    return Jwts.parser()
        .clock(() -> Date.from(clock.instant()))
        .clockSkewSeconds(SKEW.toSeconds())
        .sig()
        .clear()
        .add(Jwts.SIG.HS256)
        .and()
        .zip()
        .clear()
        .and()
        .enc()
        .clear()
        .and()
        .key()
        .clear()
        .and()
        .requireAudience(AUDIENCE)
        .keyLocator(
            header -> {
              var kid = header instanceof JwsHeader jws ? jws.getKeyId() : null;
              if (kid == null || kid.length() > MAXIMUM_KID || !kid.matches("[A-Za-z0-9._-]+")) {
                throw new IllegalArgumentException("kid");
              }
              var key = keyOf.apply(kid);
              if (key == null) {
                throw new IllegalArgumentException("unknown kid");
              }
              return key;
            })
        .build();
  }

  /** jjwt checks times only where they are present: their presence is checked here. */
  private void check(Jws<Claims> jws, String typ) {
    var claims = jws.getPayload();
    if (!typ.equals(jws.getHeader().getType())) {
      throw new TokenRefused("typ", false);
    }
    var issued = claims.getIssuedAt();
    var expires = claims.getExpiration();
    if (issued == null || expires == null || isBlank(claims.getId())) {
      throw new TokenRefused("iat, exp or jti missing", false);
    }
    if (isBlank(claims.getSubject()) || claims.getSubject().length() > 128) {
      throw new TokenRefused("sub", false);
    }
    var life = Duration.between(issued.toInstant(), expires.toInstant());
    if (life.isNegative() || life.compareTo(maximumLife) > 0) {
      throw new TokenRefused("life of " + life, false);
    }
    if (issued.toInstant().isAfter(clock.instant().plus(SKEW))) {
      throw new TokenRefused("issued in the future", false);
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
