package io.visavis.signaling.token;

import io.jsonwebtoken.Claims;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.account.AgentKeyStore.KeyFacts;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Verifies agent tokens that hosts mint with a key of their account: a registered one, or one of
 * the host's own JWK Set (docs/plug-in/tokens-and-keys.md).
 */
public final class AgentTokens {
  static final String TYP = "visavis-agent+jwt";
  private static final System.Logger LOG = System.getLogger(AgentTokens.class.getName());
  private static final Duration MAXIMUM_LIFE = Duration.ofMinutes(15);
  private static final int MAXIMUM_NAME = 200;

  /** A key's last use is kept to the minute: one write a minute at most, not one per token. */
  private static final Duration USE_GRAIN = Duration.ofMinutes(1);

  private final AccountStore accounts;
  private final AgentKeyStore keys;
  private final PublishedKeys published;
  private final Clock clock;
  private final TokenParsers parsers;

  /** Tokens of the registered {@code keys} and of those that hosts have {@code published}. */
  public AgentTokens(
      AccountStore accounts, AgentKeyStore keys, PublishedKeys published, Clock clock) {
    this.accounts = accounts;
    this.keys = keys;
    this.published = published;
    this.clock = clock;
    this.parsers = new TokenParsers(clock, MAXIMUM_LIFE);
  }

  /**
   * The agent a token speaks for. The issuer chooses the account, and only then the {@code kid} one
   * of its keys, so that the same id in two accounts is two keys.
   *
   * @throws TokenRefused when it is not a genuine, current agent token
   */
  public Principal.Agent verify(String token) {
    var verified = check(token);
    verified.registered().ifPresent(facts -> note(verified.agent().accountId(), facts));
    return verified.agent();
  }

  /** As {@link #verify}, but does not count as a use of the key. */
  Verified check(String token) {
    var used = new AtomicReference<Use>();
    var claims = parsers.verify(token, TYP, (kid, envelope) -> choose(kid, envelope, used));
    var use = used.get();
    if (!use.account().siteKey().equals(claims.getIssuer())) {
      throw new TokenRefused(TokenFault.ISSUER);
    }
    var agent =
        new Principal.Agent(
            use.account().id(),
            claims.getSubject(),
            name(claims),
            role(claims),
            text(claims, "visitor", TokenFault.VISITOR),
            claims.getExpiration().toInstant(),
            use.kid());
    return new Verified(agent, use.registered());
  }

  /** Whom a token speaks for, and by which key; {@code registered} as in {@link Use}. */
  record Verified(Principal.Agent agent, Optional<KeyFacts> registered) {}

  /**
   * Whether a key has been revoked meanwhile. One that the account never registered, as those of
   * its JWK Set, has not.
   */
  public boolean isRevoked(String accountId, String kid) {
    return keys.find(accountId, kid)
        .filter(stored -> !stored.facts().activeAt(clock.instant()))
        .isPresent();
  }

  /** Which key of which account; {@code registered} is empty for one of a JWK Set. */
  private record Use(Account account, String kid, Optional<KeyFacts> registered) {}

  private VerificationKey choose(String kid, Envelope envelope, AtomicReference<Use> used) {
    var account =
        envelope
            .claim("iss")
            .flatMap(accounts::bySiteKey)
            .orElseThrow(() -> new TokenRefused(TokenFault.ISSUER));
    var stored = keys.find(account.id(), kid);
    used.set(new Use(account, kid, stored.map(AgentKeyStore.StoredKey::facts)));
    if (stored.isPresent() && !stored.get().facts().activeAt(clock.instant())) {
      // A revoked id stays revoked, whatever the host publishes under it.
      throw new TokenRefused(TokenFault.KEY_REVOKED);
    }
    return stored
        .map(AgentKeyStore.StoredKey::key)
        .or(() -> published.find(account.id(), kid).filter(AgentTokens::isPublic))
        .map(VerificationKey::of)
        .orElseThrow(() -> new TokenRefused(TokenFault.KID_UNKNOWN));
  }

  private static boolean isPublic(AgentKey key) {
    return !key.algorithm().symmetric();
  }

  /** No token fails because its use cannot be noted. */
  private void note(String accountId, KeyFacts facts) {
    var now = clock.instant();
    var last = facts.lastUsedAt();
    if (last != null && now.isBefore(last.plus(USE_GRAIN))) {
      return;
    }
    try {
      keys.used(accountId, facts.kid(), now);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "the last use of a key was not noted", e);
    }
  }

  private static String name(Claims claims) {
    var name = text(claims, "name", TokenFault.NAME);
    if (name == null || name.length() > MAXIMUM_NAME || !TokenText.isSeen(name)) {
      throw new TokenRefused(TokenFault.NAME);
    }
    return name.strip();
  }

  private static Principal.Role role(Claims claims) {
    var role = text(claims, "role", TokenFault.ROLE);
    if ("agent".equals(role)) {
      return Principal.Role.AGENT;
    }
    if ("admin".equals(role)) {
      return Principal.Role.ADMIN;
    }
    throw new TokenRefused(TokenFault.ROLE);
  }

  private static String text(Claims claims, String name, TokenFault fault) {
    var value = claims.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof String text && TokenText.isWhole(text)) {
      return text;
    }
    throw new TokenRefused(fault);
  }
}
