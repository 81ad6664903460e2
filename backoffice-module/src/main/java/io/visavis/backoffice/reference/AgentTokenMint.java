package io.visavis.backoffice.reference;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Mints the agent tokens that Visavis asks of a host's server ({@code docs/plug-in/}). */
@ApplicationScoped
class AgentTokenMint {
  /** Below the 15 minutes that Visavis allows, so that a clock a little fast does no harm. */
  private static final Duration LIFE = Duration.ofMinutes(10);

  private DemoSettings settings;
  private Clock clock;

  /** For the container's proxy. */
  protected AgentTokenMint() {}

  @Inject
  AgentTokenMint(DemoSettings settings) {
    this(settings, Clock.systemUTC());
  }

  AgentTokenMint(DemoSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A token for one user of this backoffice.
   *
   * @param visitor narrows the token to this visitor
   */
  String mint(DemoUser user, Optional<String> visitor) {
    SecretKey key = Keys.hmacShaKeyFor(settings.agentKey());
    Instant now = clock.instant();
    JwtBuilder token =
        Jwts.builder()
            .header()
            .keyId(user.account().keyId())
            .type("visavis-agent+jwt")
            .and()
            .issuer(user.account().siteKey())
            .audience()
            .add("visavis")
            .and()
            .subject(user.login())
            .claim("name", user.name())
            .claim("role", user.role().word())
            .issuedAt(Date.from(now))
            .expiration(Date.from(now.plus(LIFE)))
            .id(UUID.randomUUID().toString());
    visitor.ifPresent(id -> token.claim("visitor", id));
    return token.signWith(key, Jwts.SIG.HS256).compact();
  }
}
