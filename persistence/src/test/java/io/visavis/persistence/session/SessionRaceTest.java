package io.visavis.persistence.session;

import static io.visavis.persistence.session.Shares.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.account.AccountStores;
import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AccountStore.EligibilityChange;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionStore.Created;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class SessionRaceTest {
  private static final int RUNNERS = 8;
  private static final int ROUNDS = 50;
  private static final Occurrence YES = Occurrence.accepted("view.1", "fr");

  @Parameter Engine engine;
  private Database database;
  private Shares shares;

  @BeforeEach
  void anAccount() throws Exception {
    database = engine.database();
    shares = new Shares(database);
  }

  private long rows(String table, ShareSession session) throws Exception {
    return database.count(
        "select count(*) from " + table + " where session_id = '" + session.id() + "'");
  }

  @Test
  void ofEightConcurrentMovesExactlyOneWinsAndOnlyItsEvidenceIsKept() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var session = shares.created("visitor-" + round);
      var won = Race.of(RUNNERS, () -> shares.move(session, YES, true));
      assertThat(won).containsOnlyOnce(true);
      assertThat(rows("session_transition", session)).isEqualTo(2);
      assertThat(rows("consent", session)).isEqualTo(1);
    }
  }

  @Test
  void whoeverLosesAMoveFindsANewerVersionWhenReadingAgain() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var session = shares.created("visitor-" + round);
      var versions =
          Race.of(
              RUNNERS,
              () -> {
                shares.move(session, YES, true);
                return shares.store.find(shares.account, session.id()).orElseThrow().version();
              });
      assertThat(versions).containsOnly(1L);
    }
  }

  @Test
  void ofDifferentMovesAtOnceExactlyOneWins() throws Exception {
    var moves =
        List.of(
            YES,
            Occurrence.of(Trigger.VISITOR_DECLINES),
            Occurrence.of(Trigger.AGENT_WITHDRAWS),
            Occurrence.of(Trigger.VISITOR_STOPS));
    for (int round = 0; round < ROUNDS; round++) {
      var session = shares.created("visitor-" + round);
      var turn = new AtomicInteger();
      var won =
          Race.of(
              RUNNERS,
              () -> {
                var move = moves.get(turn.getAndIncrement() % moves.size());
                return shares.move(session, move, false);
              });
      assertThat(won).containsOnlyOnce(true);
      assertThat(rows("session_transition", session)).isEqualTo(2);
    }
  }

  @Test
  void ofEightConcurrentRequestsToOneVisitorExactlyOneIsStored() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var visitor = "visitor-" + round;
      var results = Race.of(RUNNERS, () -> shares.store.create(shares.request(visitor)));
      assertThat(results).containsOnlyOnce(Created.DONE);
      assertThat(results).containsOnly(Created.DONE, Created.VISITOR_BUSY);
      assertThat(shares.store.history(shares.account, visitor, null, 10)).hasSize(1);
    }
  }

  @Test
  void requestsToDifferentVisitorsDoNotHinderEachOther() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var results =
          Race.of(RUNNERS, () -> shares.store.create(shares.request(UUID.randomUUID().toString())));
      assertThat(results).containsOnly(Created.DONE);
    }
  }

  @Test
  void revocationsAmidRequestsAndMovesNeverDeadlock() throws Exception {
    var accounts = database.store(AccountStore.class, AccountStores::on);
    for (int round = 0; round < ROUNDS; round++) {
      shares.eligible(true, null);
      var session = shares.created("visitor-" + round);
      var turn = new AtomicInteger();
      Race.of(
          RUNNERS,
          () ->
              switch (turn.getAndIncrement() % 3) {
                case 0 -> shares.store.create(shares.request(UUID.randomUUID().toString()));
                case 1 -> shares.move(session, YES, true);
                default ->
                    accounts.setEligibility(
                        shares.account, new EligibilityChange(false, null, "op", null, NOW));
              });
      assertThat(shares.store.create(shares.request("late"))).isEqualTo(Created.NOT_ELIGIBLE);
    }
  }
}
