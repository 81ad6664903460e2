package io.visavis.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.token.AgentTokens;
import io.visavis.signaling.token.NewSecrets;
import io.visavis.signaling.token.PublishedKeys;
import io.visavis.signaling.token.TokenRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Keys that change while tokens are verified. */
@OnEveryEngine
class KeyRotationTest {
  private static final int ROTATIONS = 5;
  private static final int TOKENS_EACH = 25;

  @Parameter Engine engine;
  private final Clock clock = Clock.systemUTC();
  private final String id = UUID.randomUUID().toString();
  private AgentKeyStore keys;
  private AgentTokens tokens;

  @Test
  void rotatingUnderLoadRefusesNobodyAndARevokedKeyEverybodyAtOnce() throws Exception {
    open(engine.database());
    var present = new AtomicReference<>(fresh());
    var verified = new Semaphore(0);
    var stop = new AtomicBoolean();
    var threads = Executors.newFixedThreadPool(4);
    var hosts = new ArrayList<Future<?>>();
    try {
      for (int i = 0; i < 4; i++) {
        hosts.add(
            threads.submit(
                () -> {
                  while (!stop.get()) {
                    tokens.verify(token(present.get()));
                    verified.release();
                  }
                }));
      }
      for (int i = 0; i < ROTATIONS; i++) {
        assertThat(verified.tryAcquire(TOKENS_EACH, 60, TimeUnit.SECONDS)).isTrue();
        var old = present.getAndSet(fresh());
        var now = clock.instant();
        keys.revoke(id, old.kid(), now.plusSeconds(60), now);
      }
    } finally {
      stop.set(true);
    }
    for (var host : hosts) {
      host.get();
    }
    threads.shutdown();
    assertThat(keys.list(id)).hasSize(ROTATIONS + 1);
    assertRefusedAtOnce(present.get());
  }

  private void assertRefusedAtOnce(AgentKey key) {
    tokens.verify(token(key));
    var now = clock.instant();
    keys.revoke(id, key.kid(), now, now);
    assertThatThrownBy(() -> tokens.verify(token(key)))
        .isInstanceOf(TokenRefused.class)
        .hasMessage("key-revoked");
  }

  private void open(Database database) {
    var accounts = database.store(AccountStore.class, AccountStores::on);
    accounts.put(
        new Account(id, "pk_" + id, "A", List.of(), List.of(), Eligibility.NEVER, null), List.of());
    keys =
        database.store(
            AgentKeyStore.class, entities -> new JpaAgentKeyStore(entities, AccountStores.BOX));
    tokens = new AgentTokens(accounts, keys, PublishedKeys.NONE, clock);
  }

  private AgentKey fresh() {
    var made = NewSecrets.make(id, "key-" + UUID.randomUUID());
    keys.add(made.key(), "test", clock.instant(), 100);
    return made.key();
  }

  private String token(AgentKey key) {
    var now = clock.instant();
    return Jwts.builder()
        .header()
        .type("visavis-agent+jwt")
        .keyId(key.kid())
        .and()
        .issuer("pk_" + id)
        .audience()
        .add("visavis")
        .and()
        .subject("agent-7")
        .claim("name", "Camille")
        .claim("role", "agent")
        .id(UUID.randomUUID().toString())
        .issuedAt(Date.from(now))
        .expiration(Date.from(now.plus(Duration.ofMinutes(5))))
        .signWith(Keys.hmacShaKeyFor(key.material()))
        .compact();
  }
}
