package io.visavis.backoffice.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import io.visavis.backoffice.problem.Problem;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.account.AgentKeyStore.KeyFacts;
import io.visavis.signaling.account.AgentKeyStore.StoredKey;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.account.KeyAlgorithm;
import io.visavis.signaling.token.AgentTokens;
import io.visavis.signaling.token.PublishedKeys;
import io.visavis.signaling.token.ServiceKeys;
import io.visavis.signaling.token.ServiceTokens;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route with every kind of token. */
class GatekeeperTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final byte[] SECRET =
      "the host's own secret of many characters".getBytes(StandardCharsets.UTF_8);
  private static final Account ACCOUNT =
      new Account("a1", "pk_one", "One", List.of(), List.of(), Eligibility.NEVER, null);

  private final ServiceTokens serviceTokens =
      new ServiceTokens(
          new ServiceKeys(List.of("the service's secret, long enough to be one")),
          Duration.ofMinutes(10),
          CLOCK);
  private final Gatekeeper gatekeeper =
      new Gatekeeper(new AgentTokens(accounts(), keys(), PublishedKeys.NONE, CLOCK), serviceTokens);
  private final Map<Role, String> tokens =
      Map.of(
          Role.AGENT, agentToken("agent", NOW),
          Role.ADMIN, agentToken("admin", NOW),
          Role.OPERATOR, serviceTokens.operator("operator").token());

  @ParameterizedTest
  @EnumSource(Route.class)
  void eachRoleEntersExactlyWhereTheTableSaysSo(Route route) {
    for (var role : tokens.keySet()) {
      var refusal = refusal(route, "Bearer " + tokens.get(role));

      assertThat(refusal.isEmpty())
          .as("%s by %s", route, role)
          .isEqualTo(route.forAnyone() || route.roles().contains(role));
    }
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void withoutATokenOnlyTheOpenRoutesAnswer(Route route) {
    assertThat(refusal(route, null).map(Problem::code))
        .isEqualTo(route.forAnyone() ? Optional.empty() : Optional.of("not-authenticated"));
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void tokensOfVisitorsAndPopupsEnterNowhere(Route route) {
    for (var popup : List.of(true, false)) {
      var token = serviceTokens.visitor("a1", "visitor-12345678", popup).token();

      assertThat(refusal(route, "Bearer " + token).map(Problem::code))
          .isEqualTo(route.forAnyone() ? Optional.empty() : Optional.of("token-invalid"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic b3A6b3A=", "Token x"})
  void aHeaderOfAnotherKindCountsAsNone(String header) {
    assertThat(refusal(Route.READ_ACCOUNT, header).map(Problem::code))
        .contains("not-authenticated");
  }

  @Test
  void allBadTokensGetTheSameAnswer() {
    var other =
        new ServiceTokens(
            new ServiceKeys(List.of("somebody else's secret, long enough too")),
            Duration.ofMinutes(10),
            CLOCK);

    assertThat(refusal(Route.LIST_ACCOUNTS, "Bearer a.b.c"))
        .isEqualTo(refusal(Route.LIST_ACCOUNTS, "Bearer " + other.operator("operator").token()))
        .isEqualTo(refusal(Route.LIST_ACCOUNTS, "Bearer " + "x".repeat(100_000)));
  }

  @Test
  void aGenuineTokenPastItsTimeIsToldSo() {
    var old = agentToken("agent", NOW.minus(Duration.ofMinutes(30)));

    assertThat(refusal(Route.READ_ACCOUNT, "Bearer " + old).map(Problem::code))
        .contains("token-expired");
  }

  @Test
  void theCallerIsWhoTheTokenSays() {
    var caller = new Caller();
    gatekeeper.refusal(Route.READ_ACCOUNT, "bearer " + tokens.get(Role.ADMIN), caller);

    assertThat(caller.agent().accountId()).isEqualTo("a1");
    assertThat(caller.agent().agentId()).isEqualTo("alix");
    assertThatThrownBy(caller::operator).isInstanceOf(IllegalStateException.class);
  }

  private Optional<Problem> refusal(Route route, String authorization) {
    return gatekeeper.refusal(route, authorization, new Caller());
  }

  private static String agentToken(String role, Instant at) {
    return Jwts.builder()
        .header()
        .type("visavis-agent+jwt")
        .keyId("k1")
        .and()
        .issuer("pk_one")
        .audience()
        .add("visavis")
        .and()
        .subject("alix")
        .claim("name", "Alix")
        .claim("role", role)
        .id("1")
        .issuedAt(Date.from(at))
        .expiration(Date.from(at.plus(Duration.ofMinutes(10))))
        .signWith(Keys.hmacShaKeyFor(SECRET))
        .compact();
  }

  private static AccountStore accounts() {
    return (AccountStore)
        Proxy.newProxyInstance(
            GatekeeperTest.class.getClassLoader(),
            new Class<?>[] {AccountStore.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "bySiteKey" ->
                      Optional.of(ACCOUNT).filter(one -> one.siteKey().equals(args[0]));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static AgentKeyStore keys() {
    var key = new AgentKey("k1", "a1", KeyAlgorithm.HS256, SECRET);
    var facts = new KeyFacts("k1", KeyAlgorithm.HS256, NOW, "test", NOW, null);
    return (AgentKeyStore)
        Proxy.newProxyInstance(
            GatekeeperTest.class.getClassLoader(),
            new Class<?>[] {AgentKeyStore.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "find" ->
                      Optional.of(new StoredKey(key, facts)).filter(one -> args[1].equals("k1"));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
