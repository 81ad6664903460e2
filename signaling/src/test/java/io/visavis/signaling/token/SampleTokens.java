package io.visavis.signaling.token;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.Eligibility;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** One valid agent token, the account behind it, and the means to deviate from it. */
final class SampleTokens {
  static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  static final byte[] LONG_SECRET = "0123456789abcdef".repeat(4).getBytes(StandardCharsets.UTF_8);

  private SampleTokens() {}

  static AgentTokens agentTokens() {
    return new AgentTokens(accounts(), CLOCK);
  }

  static JwtBuilder unsigned() {
    return Jwts.builder()
        .header()
        .type(AgentTokens.TYP)
        .keyId("key-1")
        .and()
        .issuer("pk_one")
        .audience()
        .add("visavis")
        .and()
        .subject("agent-7")
        .claim("name", "Camille Rivière")
        .claim("role", "agent")
        .id("jti-1")
        .issuedAt(Date.from(NOW.minusSeconds(5)))
        .expiration(Date.from(NOW.plusSeconds(600)));
  }

  static JwtBuilder valid() {
    return unsigned().signWith(Keys.hmacShaKeyFor(SECRET), Jwts.SIG.HS256);
  }

  /** A token with that header, an otherwise valid payload and the signature of the valid one. */
  static String raw(String header) {
    return raw(header, null);
  }

  static String raw(String header, String payload) {
    var parts = valid().compact().split("\\.");
    var body = payload == null ? parts[1] : encoded(payload);
    return encoded(header) + "." + body + "." + parts[2];
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static AccountStore accounts() {
    var account =
        new Account(
            "account-1",
            "pk_one",
            "Maison Lumen",
            List.of("https://shop.example"),
            List.of(),
            new Eligibility(true, null, true),
            null);
    return (AccountStore)
        Proxy.newProxyInstance(
            SampleTokens.class.getClassLoader(),
            new Class<?>[] {AccountStore.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "byId" -> Optional.of(account).filter(a -> a.id().equals(arguments[0]));
                  case "key" -> key((String) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static Optional<AgentKey> key(String kid) {
    return switch (kid) {
      case "key-1" -> Optional.of(new AgentKey(kid, "account-1", "HS256", SECRET));
      case "key-long" -> Optional.of(new AgentKey(kid, "account-1", "HS256", LONG_SECRET));
      default -> Optional.empty();
    };
  }
}
