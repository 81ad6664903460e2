package io.visavis.persistence.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.visitor.VisitorFacts;
import io.visavis.signaling.visitor.VisitorStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class VisitorStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123456Z");

  @Parameter Engine engine;
  private Database database;
  private VisitorStore store;
  private final String account = UUID.randomUUID().toString();
  private final String other = UUID.randomUUID().toString();

  @BeforeEach
  void twoAccounts() throws Exception {
    database = engine.database();
    store = database.store(VisitorStore.class, JpaVisitorStore::new);
    for (var id : new String[] {account, other}) {
      database.sql(
          "insert into account (id, site_key, name, search_text, site_origins, backoffice_origins,"
              + " eligible, ever_eligible) values ('%1$s', '%1$s', '', '', '', '', true, true)"
                  .formatted(id));
    }
  }

  private String asked(String visitor, Instant at, boolean open, boolean live) throws SQLException {
    var id = UUID.randomUUID().toString();
    database.sql(
        ("insert into share_session (id, version, account_id, visitor_id, open_visitor_id, agent_id,"
                + " agent_name, state, capturing, activated, requested_at, live_at, ended_at,"
                + " end_reason) values ('%s', 0, '%s', '%s', %s, 'a', 'A', '%s', false, false, %s,"
                + " %s, %s, %s)")
            .formatted(
                id,
                account,
                visitor,
                open ? "'" + visitor + "'" : "null",
                open ? "REQUESTED" : "ENDED",
                time(at),
                live ? time(at) : "null",
                open ? "null" : time(at),
                open ? "null" : "'expired'"));
    return id;
  }

  private void called(String visitor, Instant at, boolean answered) throws SQLException {
    database.sql(
        "insert into help_call (id, account_id, visitor_id, asked_at, answered_at) values"
            + " ('%s', '%s', '%s', %s, %s)"
                .formatted(
                    UUID.randomUUID(), account, visitor, time(at), answered ? time(at) : "null"));
  }

  private static String time(Instant at) {
    return "timestamp with time zone '" + at + "'";
  }

  @Test
  void whoWasAskedOrCalledOrWasGivenAConversationIsRememberedOnce() throws Exception {
    asked("visitor-1", NOW, false, false);
    asked("visitor-1", NOW.plusSeconds(1), true, false);
    called("visitor-1", NOW, true);
    called("visitor-2", NOW, false);
    store.converse(account, "visitor-3", "chat-3", NOW);
    assertThat(store.remembered(account, null, 10))
        .containsExactly("visitor-1", "visitor-2", "visitor-3");
    assertThat(store.remembered(account, null, 2)).containsExactly("visitor-1", "visitor-2");
    assertThat(store.remembered(account, "visitor-2", 2)).containsExactly("visitor-3");
    assertThat(store.remembered(account, "visitor-3", 2)).isEmpty();
    assertThat(store.remembered(other, null, 10)).isEmpty();
    assertThat(store.remembered(account, "nul\0", 10)).isEmpty();
  }

  @Test
  void pagesOfIdsInMixedCaseNeitherRepeatNorLeaveOut() {
    var ids = List.of("Visitor.b", "visitor-a", "VISITOR_C", "visitor:d", "0-visitor", "visitora");
    ids.forEach(id -> store.converse(account, id, "chat", NOW));
    var seen = new ArrayList<String>();
    String last = null;
    for (var page = store.remembered(account, null, 2); !page.isEmpty(); ) {
      seen.addAll(page);
      last = page.get(page.size() - 1);
      page = store.remembered(account, last, 2);
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void factsAreCountedForEachVisitorOfTheAccountAlone() throws Exception {
    asked("visitor-1", NOW, false, true);
    var open = asked("visitor-1", NOW.plusSeconds(5), true, false);
    called("visitor-1", NOW, true);
    called("visitor-2", NOW.minusSeconds(60), false);
    called("visitor-2", NOW.minusSeconds(90), false);
    store.converse(account, "visitor-2", "chat-2", NOW);
    var ids = Set.of("visitor-1", "visitor-2", "visitor-3", "nul\0");

    assertThat(store.facts(account, ids, NOW.minusSeconds(70)))
        .hasSize(2)
        .containsEntry("visitor-1", new VisitorFacts(null, null, open, 2, 1, NOW.plusSeconds(5)))
        .containsEntry(
            "visitor-2", new VisitorFacts("chat-2", NOW.minusSeconds(60), null, 0, 0, null));
    assertThat(store.facts(account, ids, NOW).get("visitor-2").helpAskedAt()).isNull();
    assertThat(store.facts(other, ids, NOW)).isEmpty();
  }

  @Test
  void theLastConversationHoldsUntilItIsTakenBack() {
    assertThat(store.conversation(account, "visitor-1")).isEmpty();
    store.converse(account, "visitor-1", "chat-1", NOW);
    store.converse(account, "visitor-1", "chat-2", NOW);
    assertThat(store.conversation(account, "visitor-1")).contains("chat-2");
    assertThat(store.conversation(other, "visitor-1")).isEmpty();
    store.converse(account, "visitor-1", null, NOW);
    assertThat(store.conversation(account, "visitor-1")).isEmpty();
    assertThat(store.remembered(account, null, 10)).containsExactly("visitor-1");
  }

  @Test
  void firstConversationsAtTheSameMomentAllSucceed() throws Exception {
    Race.of(
        8,
        () -> {
          store.converse(account, "visitor-1", "chat-1", NOW);
          return true;
        });
    assertThat(store.conversation(account, "visitor-1")).contains("chat-1");
  }
}
