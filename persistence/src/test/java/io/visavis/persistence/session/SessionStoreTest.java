package io.visavis.persistence.session;

import static io.visavis.persistence.session.Shares.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.signaling.session.Consent;
import io.visavis.signaling.session.Decision.Moved;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.SessionStore;
import io.visavis.signaling.session.SessionStore.Created;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Transition;
import io.visavis.signaling.session.Trigger;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class SessionStoreTest {
  private static final Occurrence YES = Occurrence.accepted("view.1", "fr");
  private static final Occurrence STOP = Occurrence.of(Trigger.VISITOR_STOPS);

  @Parameter Engine engine;
  private Database database;
  private Shares shares;
  private SessionStore store;

  @BeforeEach
  void anAccount() throws Exception {
    database = engine.database();
    shares = new Shares(database);
    store = shares.store;
  }

  @Test
  void aRequestComesBackAsItWasStored() {
    var session = shares.created("v");
    assertThat(store.find(shares.account, session.id())).contains(session);
    assertThat(store.openOf(shares.account, "v")).contains(session);
  }

  @Test
  void everyFactOfALongLifeComesBack() {
    var session = shares.live("v");
    session = shares.won(session, Occurrence.of(Trigger.MEDIA_FLOWS));
    session = shares.won(session, Occurrence.of(Trigger.VISITOR_STOPS, "site-button"));
    assertThat(store.find(shares.account, session.id())).contains(session);
    assertThat(session.state()).isEqualTo(SessionState.ENDED);
    assertThat(session.surface()).isEqualTo("browser");
    assertThat(session.version()).isEqualTo(5);
  }

  @Test
  void theRuleOfItsPicturesComesBackAndStays() {
    var request = new ShareSession.Request("v", null, "noor", "Noor", false, true);
    var session = ShareSession.requested("bound", shares.account, request, NOW, NOW.plusSeconds(9));
    assertThat(store.create(session)).isEqualTo(Created.DONE);
    assertThat(store.find(shares.account, "bound").orElseThrow().relayOnly()).isTrue();
    shares.won(session, YES);
    assertThat(store.find(shares.account, "bound").orElseThrow().relayOnly()).isTrue();
    assertThat(shares.created("w").relayOnly()).isFalse();
  }

  @Test
  void everyReasonToEndIsKeptAsItsWordAndComesBack() throws Exception {
    for (var reason : EndReason.values()) {
      var session = shares.created(reason.word());
      var ended = Shares.next(session, STOP).to();
      var otherwise = SessionMoves.endedWith(ended, reason);
      store.move(session, new Moved(otherwise, Set.of()), Shares.audit(STOP), false);
      assertThat(store.find(shares.account, session.id())).contains(otherwise);
      var kept = "select count(*) from %s where %s = '" + session.id() + "' and end_reason = '%s'";
      assertThat(database.count(kept.formatted("share_session", "id", reason.word()))).isOne();
      assertThat(database.count(kept.formatted("session_transition", "session_id", reason.word())))
          .isOne();
    }
  }

  @Test
  void aBusyVisitorGetsNoSecondRequestUntilTheFirstEnded() {
    var first = shares.created("v");
    assertThat(store.create(shares.request("v"))).isEqualTo(Created.VISITOR_BUSY);
    shares.won(first, STOP);
    assertThat(store.openOf(shares.account, "v")).isEmpty();
    assertThat(store.create(shares.request("v"))).isEqualTo(Created.DONE);
  }

  @Test
  void afterABusyVisitorTheSameTransactionGoesOn() throws Exception {
    shares.created("v");
    var results =
        database.in(
            entities -> {
              var inside = new JpaSessionStore(entities);
              var busy = inside.create(shares.request("v"));
              var done = inside.create(shares.request("w"));
              return busy + " " + done + " " + inside.openOf(shares.account, "w").isPresent();
            });
    assertThat(results).isEqualTo("VISITOR_BUSY DONE true");
  }

  @Test
  void twoAccountsMayAskTheSameVisitorId() throws Exception {
    shares.created("v");
    assertThat(new Shares(database).created("v")).isNotNull();
  }

  @Test
  void withoutEligibilityNothingIsStored() throws Exception {
    shares.eligible(false, null);
    assertThat(store.create(shares.request("v"))).isEqualTo(Created.NOT_ELIGIBLE);
    shares.eligible(true, NOW);
    assertThat(store.create(shares.request("v"))).isEqualTo(Created.NOT_ELIGIBLE);
    shares.eligible(true, NOW.plusNanos(1000));
    assertThat(store.create(shares.request("v"))).isEqualTo(Created.DONE);
  }

  @Test
  void eligibilityThatEndsBetweenReadingAndMovingRefusesTheMove() throws Exception {
    var session = shares.created("v");
    shares.eligible(false, null);
    assertThat(shares.move(session, YES, true)).isFalse();
    shares.eligible(true, NOW);
    assertThat(shares.move(session, YES, true)).isFalse();
    assertThat(store.find(shares.account, session.id())).contains(session);
    assertThat(
            database.count(
                "select count(*) from consent where session_id = '" + session.id() + "'"))
        .isZero();
    assertThat(shares.move(session, STOP, false)).isTrue();
  }

  @Test
  void aMoveFromAnOldVersionLoses() {
    var session = shares.created("v");
    shares.won(session, YES);
    assertThat(shares.move(session, YES, false)).isFalse();
    assertThat(shares.move(session, STOP, false)).isFalse();
  }

  @Test
  void aMoveThatIsNotTheNextVersionIsAMistakeOfTheCaller() {
    var session = shares.created("v");
    var other = Shares.next(shares.request("w"), YES);
    assertThatThrownBy(() -> store.move(session, other, Shares.audit(YES), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMoveWhoseEvidenceCannotBeStoredDoesNotHappen() {
    var session = shares.created("v");
    var consent = new Consent(Consent.VIEW, true, "view.1\0", "fr", NOW);
    var broken =
        new Transition(
            Trigger.VISITOR_ACCEPTS,
            Trigger.VISITOR_ACCEPTS.actor(),
            "v",
            NOW,
            Optional.of(consent));
    assertThatThrownBy(() -> store.move(session, Shares.next(session, YES), broken, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("consent wording");
    assertThat(store.find(shares.account, session.id())).contains(session);
  }

  @Test
  void readingAfterMovingInOneTransactionSeesTheMove() throws Exception {
    var session = shares.created("v");
    var seen =
        database.in(
            entities -> {
              var inside = new JpaSessionStore(entities);
              var read = inside.find(shares.account, session.id()).orElseThrow();
              inside.move(read, Shares.next(read, YES), Shares.audit(YES), true);
              return inside.find(shares.account, session.id()).orElseThrow();
            });
    assertThat(seen).isEqualTo(Shares.next(session, YES).to());
  }

  @Test
  void anotherAccountFindsNothingAndMovesNothing() throws Exception {
    var session = shares.created("v");
    var stranger = new Shares(database).account;
    assertThat(store.find(stranger, session.id())).isEmpty();
    assertThat(store.openOf(stranger, "v")).isEmpty();
    assertThat(store.history(stranger, null, null, 10)).isEmpty();
    assertThat(store.history(stranger, null, session.id(), 10)).isEmpty();
    var forged = SessionMoves.ofAccount(session, stranger);
    assertThat(shares.move(forged, STOP, false)).isFalse();
    assertThat(store.find(shares.account, session.id())).contains(session);
  }

  @Test
  void eachStepLeavesOneTransitionRowAndTheYesItsConsent() throws Exception {
    var session = shares.live("v");
    var where = " where session_id = '" + session.id() + "'";
    assertThat(database.count("select count(*) from session_transition" + where)).isEqualTo(4);
    assertThat(
            database.count(
                "select count(*) from session_transition"
                    + where
                    + " and what = 'AGENT_ACTIVATES' and from_state = 'ACCEPTED'"
                    + " and to_state = 'LIVE' and session_version = 3"))
        .isOne();
    assertThat(
            database.count(
                "select count(*) from consent"
                    + where
                    + " and granted and wording = 'view.1' and language = 'fr' and visitor_id = 'v'"))
        .isOne();
  }
}
