package io.visavis.signaling.token;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.IncorrectClaimException;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.MissingClaimException;
import io.jsonwebtoken.PrematureJwtException;
import io.jsonwebtoken.security.SecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.regex.Pattern;

/**
 * The one way a token is verified: the algorithm of the chosen key only, no compression, no
 * encryption, a known {@code kid}, the expected {@code typ}, all registered claims present and a
 * bounded life (RFC 8725). Keys and addresses in the header ({@code jwk}, {@code jku}, {@code x5c},
 * {@code x5u}) are not looked at.
 */
final class TokenParsers {
  static final String AUDIENCE = "visavis";

  /** Larger tokens are refused before anything looks inside. */
  static final int MAXIMUM_LENGTH = 8192;

  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final Pattern KID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private final Clock clock;
  private final Duration maximumLife;

  TokenParsers(Clock clock, Duration maximumLife) {
    this.clock = clock;
    this.maximumLife = maximumLife;
  }

  /** Chooses the key that a token has to be verified with. */
  @FunctionalInterface
  interface KeyChoice {
    /**
     * The key of that id.
     *
     * @param envelope what the token says of itself, not verified
     * @throws TokenRefused when there is none
     */
    VerificationKey of(String kid, Envelope envelope);
  }

  Claims verify(String token, String typ, KeyChoice choice) {
    if (token == null || token.length() > MAXIMUM_LENGTH) {
      throw new TokenRefused(TokenFault.TOO_LONG);
    }
    var envelope = Envelope.of(token);
    if (!typ.equals(envelope.header("typ").orElse(null))) {
      throw new TokenRefused(TokenFault.TYPE);
    }
    var kid =
        envelope
            .header("kid")
            .filter(text -> KID.matcher(text).matches())
            .orElseThrow(() -> new TokenRefused(TokenFault.KID_MISSING));
    var key = choice.of(kid, envelope);
    if (!key.algorithm().word().equals(envelope.header("alg").orElse(null))) {
      throw new TokenRefused(TokenFault.ALGORITHM);
    }
    var claims = signed(token, key);
    check(claims);
    return claims;
  }

  private Claims signed(String token, VerificationKey key) {
    try {
      return parser(key).parseSignedClaims(token).getPayload();
    } catch (ExpiredJwtException e) {
      throw new TokenRefused(TokenFault.EXPIRED);
    } catch (PrematureJwtException e) {
      throw new TokenRefused(TokenFault.NOT_YET);
    } catch (IncorrectClaimException | MissingClaimException e) {
      // The audience is the only claim that the parser is told to require.
      throw new TokenRefused(TokenFault.AUDIENCE);
    } catch (SecurityException e) {
      throw new TokenRefused(TokenFault.SIGNATURE);
    } catch (JwtException | IllegalArgumentException e) {
      throw new TokenRefused(TokenFault.MALFORMED);
    }
  }

  private JwtParser parser(VerificationKey key) {
    var parser =
        Jwts.parser()
            .clock(() -> Date.from(clock.instant()))
            .clockSkewSeconds(SKEW.toSeconds())
            .zip()
            .clear()
            .and()
            .enc()
            .clear()
            .and()
            .key()
            .clear()
            .and()
            .requireAudience(AUDIENCE);
    return key.bind(parser).build();
  }

  /** jjwt checks times only where they are present: their presence is checked here. */
  private void check(Claims claims) {
    var issued = claims.getIssuedAt();
    var expires = claims.getExpiration();
    if (issued == null || expires == null || isBlank(claims.getId())) {
      throw new TokenRefused(TokenFault.CLAIM_MISSING);
    }
    var subject = claims.getSubject();
    if (isBlank(subject) || subject.length() > 128 || !TokenText.isWhole(subject)) {
      throw new TokenRefused(TokenFault.SUBJECT);
    }
    if (issued.toInstant().isAfter(clock.instant().plus(SKEW))) {
      throw new TokenRefused(TokenFault.NOT_YET);
    }
    var life = Duration.between(issued.toInstant(), expires.toInstant());
    if (life.isNegative() || life.compareTo(maximumLife) > 0) {
      throw new TokenRefused(TokenFault.LIFE);
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
