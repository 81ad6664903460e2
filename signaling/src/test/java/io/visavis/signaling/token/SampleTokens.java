package io.visavis.signaling.token;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import io.visavis.signaling.MemoryKeys;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.account.KeyAlgorithm;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** One valid agent token, the account behind it, and the means to deviate from it. */
final class SampleTokens {
  static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  static final byte[] LONG_SECRET = "0123456789abcdef".repeat(4).getBytes(StandardCharsets.UTF_8);

  private SampleTokens() {}

  static AgentTokens agentTokens() {
    return agentTokens(PublishedKeys.NONE, keys());
  }

  static AgentTokens agentTokens(PublishedKeys published, AgentKeyStore keys) {
    return new AgentTokens(accounts(), keys, published, CLOCK);
  }

  /** The two secrets of account-1. */
  static MemoryKeys keys() {
    return MemoryKeys.of(
        new AgentKey("key-1", "account-1", KeyAlgorithm.HS256, SECRET),
        new AgentKey("key-long", "account-1", KeyAlgorithm.HS256, LONG_SECRET));
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
    var all = List.of(account("account-1", "pk_one"), account("account-2", "pk_two"));
    return (AccountStore)
        Proxy.newProxyInstance(
            SampleTokens.class.getClassLoader(),
            new Class<?>[] {AccountStore.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "bySiteKey" ->
                      all.stream().filter(a -> a.siteKey().equals(arguments[0])).findFirst();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  static Account account(String id, String siteKey) {
    return new Account(
        id,
        siteKey,
        "Maison Lumen",
        List.of("https://shop.example"),
        List.of(),
        new Eligibility(true, null, true),
        null);
  }
}
