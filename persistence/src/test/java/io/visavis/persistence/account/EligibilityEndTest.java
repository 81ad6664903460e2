package io.visavis.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AccountStore.EligibilityChange;
import io.visavis.signaling.account.Eligibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Grants that pass their end; runners that race are nodes on one database. */
@OnEveryEngine
class EligibilityEndTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123456Z");
  private static final Instant END = NOW.plusSeconds(60);

  @Parameter Engine engine;
  private final String id = UUID.randomUUID().toString();
  private Database database;
  private AccountStore store;

  @BeforeEach
  void anAccountThatListens() throws Exception {
    database = engine.database();
    store = database.store(AccountStore.class, AccountStores::on);
    store.put(
        new Account(id, "pk_" + id, "A", List.of(), List.of(), Eligibility.NEVER, null), List.of());
    database.sql(
        "insert into webhook_endpoint (id, account_id, url, events, status, secret, created_at)"
            + " values ('whe_%1$s', '%1$s', 'https://h.example/', '', 'ENABLED', 's',".formatted(id)
            + " current_timestamp)");
  }

  private void granted(Instant until) {
    store.setEligibility(id, new EligibilityChange(true, until, "operator", null, NOW));
  }

  private long told() throws Exception {
    return database.count(
        "select count(*) from webhook_message where account_id = '"
            + id
            + "'"
            + " and body like '%past-end-date%'");
  }

  @Test
  void itIsToldOnceHoweverManyNodesLook() throws Exception {
    granted(END);
    store.tellEnds(END.minusNanos(1000), 10);
    assertThat(told()).isZero();
    Race.of(8, () -> store.tellEnds(END, 1000));
    assertThat(told()).isEqualTo(1);
    store.tellEnds(END.plusSeconds(60), 1000);
    assertThat(told()).isEqualTo(1);
  }

  @Test
  void aNewGrantIsToldOfAgainWhenItEnds() throws Exception {
    granted(END);
    store.tellEnds(END, 1000);
    granted(END.plusSeconds(60));
    store.tellEnds(END.plusSeconds(30), 1000);
    assertThat(told()).isEqualTo(1);
    store.tellEnds(END.plusSeconds(60), 1000);
    assertThat(told()).isEqualTo(2);
  }

  @Test
  void whatWasRevokedOrHasNoEndIsNotToldOf() throws Exception {
    granted(null);
    store.tellEnds(END, 1000);
    granted(END);
    store.setEligibility(id, new EligibilityChange(false, null, "operator", null, NOW));
    store.tellEnds(END.plusSeconds(60), 1000);
    assertThat(told()).isZero();
  }
}
