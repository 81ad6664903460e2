package io.visavis.persistence.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.policy.RetentionStore;
import io.visavis.signaling.policy.RetentionStore.Term;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class RetentionStoreTest {
  private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");

  @Parameter Engine engine;
  private Database database;
  private RetentionStore store;
  private final String account = UUID.randomUUID().toString();
  private final String other = UUID.randomUUID().toString();

  @BeforeEach
  void twoAccounts() throws Exception {
    database = engine.database();
    store = database.store(RetentionStore.class, JpaRetentionStore::new);
    for (var id : new String[] {account, other}) {
      database.sql(
          "insert into account (id, site_key, name, search_text, site_origins, backoffice_origins,"
              + " eligible, ever_eligible) values ('%1$s', '%1$s', '', '', '', '', true, true)"
                  .formatted(id));
    }
  }

  private static String at(Instant instant) {
    return "timestamp with time zone '" + instant + "'";
  }

  /** A session with its evidence; open when {@code endedAt} is null. */
  private String session(String of, String visitor, Instant endedAt) throws Exception {
    var id = UUID.randomUUID().toString();
    var open = endedAt == null;
    database.sql(
        "insert into share_session (id, version, account_id, visitor_id, open_visitor_id, agent_id,"
            + " agent_name, state, capturing, activated, requested_at, ended_at, end_reason) values"
            + " ('%s', 1, '%s', '%s', %s, 'noor', 'Noor', '%s', false, false, %s, %s, %s)"
                .formatted(
                    id,
                    of,
                    visitor,
                    open ? "'" + visitor + "'" : "null",
                    open ? "LIVE" : "ENDED",
                    at(THEN.minusSeconds(9000)),
                    open ? "null" : at(endedAt),
                    open ? "null" : "'visitor-stopped'"));
    for (int version = 0; version < 2; version++) {
      database.sql(
          "insert into session_transition (session_id, session_version, what, actor, to_state,"
              + " happened_at) values ('%s', %d, 'X', 'AGENT', 'LIVE', current_timestamp)"
                  .formatted(id, version));
      database.sql(
          "insert into consent (session_id, account_id, visitor_id, capability, granted, given_at)"
              + " values ('%s', '%s', '%s', 'view', true, current_timestamp)"
                  .formatted(id, of, visitor));
    }
    return id;
  }

  private long rows(String table, String session) throws Exception {
    var key = table.equals("share_session") ? "id" : "session_id";
    return database.count("select count(*) from %s where %s = '%s'".formatted(table, key, session));
  }

  private void assertKept(String session) throws Exception {
    assertThat(rows("share_session", session)).isOne();
    assertThat(rows("session_transition", session)).isEqualTo(2);
    assertThat(rows("consent", session)).isEqualTo(2);
  }

  private void assertForgotten(String session) throws Exception {
    for (var table : new String[] {"share_session", "session_transition", "consent"}) {
      assertThat(rows(table, session)).as(table).isZero();
    }
  }

  @Test
  void whatEndedBeforeGoesWithItsEvidenceAndNothingElseDoes() throws Exception {
    var over = session(account, "v1", THEN.minusSeconds(1));
    var justThen = session(account, "v2", THEN);
    var open = session(account, "v3", null);
    var others = session(other, "v1", THEN.minusSeconds(1));

    assertThat(store.forgetSessions(account, THEN, 100)).isOne();
    assertForgotten(over);
    assertKept(justThen);
    assertKept(open);
    assertKept(others);
    assertThat(store.forgetSessions(account, THEN, 100)).isZero();
  }

  @Test
  void aBatchTakesTheOldestAndLeavesTheRestForTheNext() throws Exception {
    var newest = session(account, "v1", THEN.minusSeconds(1));
    session(account, "v2", THEN.minusSeconds(3));
    session(account, "v3", THEN.minusSeconds(2));
    assertThat(store.forgetSessions(account, THEN, 2)).isEqualTo(2);
    assertKept(newest);
    assertThat(store.forgetSessions(account, THEN, 2)).isOne();
    assertForgotten(newest);
  }

  @Test
  void severalNodesAtOnceForgetEachSessionOnce() throws Exception {
    for (int i = 0; i < 40; i++) {
      session(account, "v" + i, THEN.minusSeconds(1 + i));
    }
    var each = Race.of(4, () -> forgetAll(10));
    assertThat(each.stream().mapToInt(Integer::intValue).sum() + forgetAll(10)).isEqualTo(40);
    assertThat(database.count("select count(*) from retention_pass")).isZero();
  }

  private int forgetAll(int batch) {
    int all = 0;
    int now;
    do {
      now = store.forgetSessions(account, THEN, batch);
      all += now;
    } while (now > 0);
    return all;
  }

  @Test
  void evidenceOfASessionThatIsNotBeingForgottenStays() throws Exception {
    var over = session(account, "v1", THEN.minusSeconds(1));
    for (var table : new String[] {"session_transition", "consent"}) {
      assertThatThrownBy(
              () -> database.sql("delete from " + table + " where session_id = '" + over + "'"))
          .hasMessageContaining("append-only");
    }
    assertKept(over);
  }

  @Test
  void aPassOpensNothingOfAnotherSessionAndNothingOfAnOpenOne() throws Exception {
    var over = session(account, "v1", THEN.minusSeconds(1));
    var open = session(account, "v2", null);
    for (var passed : new String[] {over, open}) {
      assertThatThrownBy(
              () ->
                  database.in(
                      entities -> {
                        var pass = "insert into retention_pass values ('" + passed + "')";
                        entities.createNativeQuery(pass).executeUpdate();
                        var delete = "delete from consent where session_id = '" + open + "'";
                        return entities.createNativeQuery(delete).executeUpdate();
                      }))
          .rootCause()
          .hasMessageContaining("append-only");
    }
    assertKept(open);
    assertThat(database.count("select count(*) from retention_pass")).isZero();
  }

  @Test
  void evidenceIsNotChangedEvenWithAPass() throws Exception {
    var over = session(account, "v1", THEN.minusSeconds(1));
    assertThatThrownBy(
            () ->
                database.in(
                    entities -> {
                      var pass = "insert into retention_pass values ('" + over + "')";
                      entities.createNativeQuery(pass).executeUpdate();
                      var update =
                          "update consent set granted = false where session_id = '" + over + "'";
                      return entities.createNativeQuery(update).executeUpdate();
                    }))
        .rootCause()
        .hasMessageContaining("append-only");
  }

  @Test
  void callsForHelpGoByTheirAge() throws Exception {
    for (var age : new int[] {-1, 0, 1}) {
      call("v", THEN.plusSeconds(age));
    }
    assertThat(store.forgetHelpCalls(other, THEN, 10)).isZero();
    assertThat(store.forgetHelpCalls(account, THEN, 10)).isOne();
    assertThat(store.forgetHelpCalls(account, THEN, 10)).isZero();
  }

  private void call(String visitor, Instant askedAt) throws Exception {
    database.sql(
        "insert into help_call (id, account_id, visitor_id, asked_at) values ('%s', '%s', '%s', %s)"
            .formatted(UUID.randomUUID(), account, visitor, at(askedAt)));
  }

  @Test
  void eventsGoWithTheirDeliveriesUnlessSomebodyWaits() throws Exception {
    message("DELIVERED", THEN.minusSeconds(1));
    message("FAILED", THEN.minusSeconds(1));
    message("WAITING", THEN.minusSeconds(1));
    message("DELIVERED", THEN);
    assertThat(store.forgetMessages(other, THEN, 10)).isZero();
    assertThat(store.forgetMessages(account, THEN, 10)).isEqualTo(2);
    assertThat(store.forgetMessages(account, THEN, 10)).isZero();
  }

  private void message(String status, Instant happenedAt) throws Exception {
    var id = UUID.randomUUID().toString();
    database.sql(
        "insert into webhook_message (id, account_id, type, body, happened_at) values"
            + " ('%s', '%s', 'share.ended', '{}', %s)".formatted(id, account, at(happenedAt)));
    database.sql(
        "insert into webhook_endpoint (id, account_id, url, events, status, secret, created_at)"
            + " values ('%s', '%s', 'https://x', '', 'DELETED', '', current_timestamp)"
                .formatted(id, account));
    database.sql(
        "insert into webhook_delivery (id, message_id, endpoint_id, status, step, attempts, version,"
            + " created_at) values ('%1$s', '%1$s', '%1$s', '%2$s', 0, 0, 0, current_timestamp)"
                .formatted(id, status));
  }

  @Test
  void conversationsGoOnceNoSessionNorCallOfTheirVisitorIsKept() throws Exception {
    conversation("gone", THEN.minusSeconds(1));
    conversation("called", THEN.minusSeconds(1));
    call("called", THEN);
    conversation("here", THEN.minusSeconds(1));
    conversation("fresh", THEN);
    session(account, "here", THEN.plusSeconds(1));
    assertThat(store.forgetConversations(other, THEN, 10)).isZero();
    assertThat(store.forgetConversations(account, THEN, 10)).isOne();
    assertThat(
            database.count(
                "select count(*) from visitor_conversation where account_id = '" + account + "'"))
        .isEqualTo(3);
  }

  private void conversation(String visitor, Instant namedAt) throws Exception {
    database.sql(
        "insert into visitor_conversation (account_id, visitor_id, conversation_id, named_at)"
            + " values ('%s', '%s', 'chat', %s)".formatted(account, visitor, at(namedAt)));
  }

  @Test
  void theTermIsThatOfTheLatestPolicy() throws Exception {
    for (int version = 1; version <= 2; version++) {
      database.sql(
          "insert into account_policy (account_id, version, decided_at, requests_from, agents,"
              + " signed_visitors_only, visitors_may_ask, surface, relay_only, languages,"
              + " retention_days) values ('%s', %d, current_timestamp, 'every-agent', '', false,"
                  .formatted(account, version)
              + " false, 'any', false, 'fr', %d)".formatted(version * 30));
    }
    assertThat(store.terms()).contains(new Term(account, 60), new Term(other, null));
  }
}
