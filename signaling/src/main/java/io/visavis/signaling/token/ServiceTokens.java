package io.visavis.signaling.token;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * Visavis' own tokens (JWT, RFC 7519, HS256): of visitors' pages, of popups and of the operator.
 * Each has a {@code typ} of its own (RFC 8725 section 3.11), so that none passes for another.
 */
public final class ServiceTokens {
  static final String VISITOR = "visavis-visitor+jwt";
  static final String POPUP = "visavis-popup+jwt";
  static final String OPERATOR = "visavis-operator+jwt";
  static final String ISSUER = "visavis";
  private static final String ACCOUNT = "account";

  private final ServiceKeys keys;
  private final Clock clock;
  private final TokenParsers parsers;
  private final Duration life;

  /** Tokens signed with {@code keys} that live for {@code life}; at most one hour. */
  public ServiceTokens(ServiceKeys keys, Duration life, Clock clock) {
    this.keys = keys;
    this.clock = clock;
    this.life = life;
    this.parsers = new TokenParsers(clock, Duration.ofHours(1));
  }

  /** A minted token and its expiry. */
  public record Minted(String token, Instant expiresAt) {}

  /** A token for a visitor's page, or with {@code popup} for the sharing window. */
  public Minted visitor(String accountId, String visitorId, boolean popup) {
    return mint(popup ? POPUP : VISITOR, visitorId, accountId);
  }

  /** A token for the operator who signed in. */
  public Minted operator(String name) {
    return mint(OPERATOR, name, null);
  }

  /**
   * The visitor a token speaks for.
   *
   * @throws TokenRefused when it is not a genuine, current visitor token ({@code popup}: popup
   *     token)
   */
  public Principal.Visitor verifyVisitor(String token, boolean popup) {
    var claims = verify(token, popup ? POPUP : VISITOR);
    var account = claims.get(ACCOUNT, String.class);
    if (account == null) {
      throw new TokenRefused(TokenFault.ACCOUNT);
    }
    return new Principal.Visitor(
        account, claims.getSubject(), popup, claims.getExpiration().toInstant());
  }

  /**
   * The operator a token speaks for.
   *
   * @throws TokenRefused when it is not a genuine, current operator token
   */
  public Operator verifyOperator(String token) {
    var claims = verify(token, OPERATOR);
    return new Operator(claims.getSubject(), claims.getExpiration().toInstant());
  }

  private Claims verify(String token, String typ) {
    var claims =
        parsers.verify(
            token,
            typ,
            (kid, envelope) ->
                keys.byId(kid)
                    .map(VerificationKey::secret)
                    .orElseThrow(() -> new TokenRefused(TokenFault.KID_UNKNOWN)));
    if (!ISSUER.equals(claims.getIssuer())) {
      throw new TokenRefused(TokenFault.ISSUER);
    }
    return claims;
  }

  private Minted mint(String typ, String subject, String accountId) {
    var now = clock.instant();
    var expiresAt = now.plus(life);
    var builder =
        Jwts.builder()
            .header()
            .type(typ)
            .keyId(keys.signingId())
            .and()
            .issuer(ISSUER)
            .audience()
            .add(TokenParsers.AUDIENCE)
            .and()
            .subject(subject)
            .id(RandomIds.id())
            .issuedAt(Date.from(now))
            .expiration(Date.from(expiresAt));
    if (accountId != null) {
      builder.claim(ACCOUNT, accountId);
    }
    return new Minted(builder.signWith(keys.signingKey(), Jwts.SIG.HS256).compact(), expiresAt);
  }
}
