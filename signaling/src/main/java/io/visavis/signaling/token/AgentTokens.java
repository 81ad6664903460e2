package io.visavis.signaling.token;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.security.Keys;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AgentKey;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Verifies agent tokens that hosts mint with their account's registered key (docs/plug-in.md
 * section 3).
 */
public final class AgentTokens {
  static final String TYP = "visavis-agent+jwt";
  private static final Duration MAXIMUM_LIFE = Duration.ofMinutes(15);
  private static final int MAXIMUM_NAME = 200;

  private final AccountStore accounts;
  private final TokenParsers parsers;

  /** Tokens of the keys in {@code accounts}. */
  public AgentTokens(AccountStore accounts, Clock clock) {
    this.accounts = accounts;
    this.parsers = new TokenParsers(clock, MAXIMUM_LIFE);
  }

  /**
   * The agent a token speaks for; the account follows from the key alone, and the issuer must be
   * that account's site key.
   *
   * @throws TokenRefused when it is not a genuine, current agent token
   */
  public Principal.Agent verify(String token) {
    var used = new AtomicReference<AgentKey>();
    var jws = parsers.verify(token, TYP, kid -> keyOf(kid, used));
    var claims = jws.getPayload();
    var account = accounts.byId(used.get().accountId()).orElseThrow(() -> refused("account"));
    if (!account.siteKey().equals(claims.getIssuer())) {
      throw refused("iss");
    }
    return new Principal.Agent(
        account.id(),
        claims.getSubject(),
        name(claims),
        role(claims),
        text(claims, "visitor"),
        claims.getExpiration().toInstant());
  }

  private Key keyOf(String kid, AtomicReference<AgentKey> used) {
    return accounts
        .key(kid)
        .map(
            key -> {
              used.set(key);
              return (Key) Keys.hmacShaKeyFor(key.secret());
            })
        .orElse(null);
  }

  private static String name(Claims claims) {
    var name = text(claims, "name");
    if (name == null || name.isBlank() || name.length() > MAXIMUM_NAME) {
      throw refused("name");
    }
    return name.strip();
  }

  private static Principal.Role role(Claims claims) {
    var role = text(claims, "role");
    if ("agent".equals(role)) {
      return Principal.Role.AGENT;
    }
    if ("admin".equals(role)) {
      return Principal.Role.ADMIN;
    }
    throw refused("role");
  }

  private static String text(Claims claims, String name) {
    var value = claims.get(name);
    if (value != null && !(value instanceof String)) {
      throw refused(name);
    }
    return (String) value;
  }

  private static TokenRefused refused(String cause) {
    return new TokenRefused(cause, false);
  }
}
