package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.signaling.broker.Playground.Chair;
import io.visavis.signaling.broker.Playground.Deed;
import io.visavis.signaling.broker.Playground.Step;
import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.ServerMessage;
import io.visavis.signaling.protocol.SessionSnapshot;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;

/** Whatever people do in whatever order, these hold. */
class BrokerPropertyTest {

  @Property(tries = 500)
  void promisesHoldInEveryPlay(@ForAll("plays") List<Step> steps) {
    var witness = new Witness();
    var play = new Playground(witness::sees);
    witness.play = play;
    for (var step : steps) {
      play.play(step);
      witness.looksAround();
    }
    Statistics.label("the furthest session").collect(witness.furthest());
    Statistics.label("the furthest session")
        .coverage(coverage -> coverage.check("live").percentage(share -> share > 10));
    play.goHome();
    witness.looksAround();
    assertThat(play.anyoneOpen()).as("an open session that nobody can end").isFalse();
    assertThat(play.here.broker.rooms()).as("rooms that are never forgotten").isZero();
    assertThat(play.here.broker.presentPeople()).as("people never forgotten").isZero();
  }

  @Provide
  Arbitrary<List<Step>> plays() {
    return Combinators.combine(
            deeds(),
            Arbitraries.of(Chair.class),
            Arbitraries.of(Trigger.class),
            Arbitraries.integers().between(0, 6))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(120)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  /** Acting and asking is what people do most. */
  private static Arbitrary<Deed> deeds() {
    var often = new ArrayList<>(List.of(Deed.values()));
    for (var i = 0; i < 12; i++) {
      often.addAll(List.of(Deed.ACT, Deed.LEAD_ON));
    }
    often.addAll(List.of(Deed.COME, Deed.COME, Deed.COME_WITH_TICKET, Deed.ASK, Deed.PASS_ON));
    often.addAll(List.of(Deed.ASK_OVER_REST, Deed.GRANT, Deed.GRANT));
    return Arbitraries.of(often);
  }

  /** Sees each message in the moment it is told, and looks around after each step. */
  private static final class Witness {
    private final Map<String, ShareSession> ended = new HashMap<>();
    private final Map<String, Long> lastSeq = new HashMap<>();
    private final Set<String> endsTold = new HashSet<>();
    Playground play;

    void sees(FakeMember to, ServerMessage message) {
      if (message instanceof ServerMessage.SessionStateMessage state) {
        isTrue(state.session());
        isNews(to, state.session().id(), message);
        isToldForTheFirstTime(to, state.session());
      } else if (message instanceof ServerMessage.Relay relay) {
        isAllowed(to, relay);
      }
    }

    /** What is told is what the database holds in that moment. */
    private void isTrue(SessionSnapshot told) {
      var stored = stored(told.id());
      assertThat(told.state()).isEqualTo(stored.state());
      assertThat(told.picture().capturing()).isEqualTo(stored.capturing());
      assertThat(told.picture().activated()).isEqualTo(stored.activated());
      assertThat(told.picture().mediaFlowing()).isEqualTo(stored.mediaAt() != null);
      EndReason reason = told.ending().map(SessionSnapshot.Ending::reason).orElse(null);
      assertThat(reason).isEqualTo(stored.endReason());
    }

    /** Numbers rise, whoever listens and however often they come back. */
    private void isNews(FakeMember to, String sessionId, ServerMessage message) {
      var seq = FakeMember.seq(message);
      var before = lastSeq.put(key(to, sessionId), seq);
      assertThat(before == null || seq > before).as("number %s after %s", seq, before).isTrue();
    }

    private void isToldForTheFirstTime(FakeMember to, SessionSnapshot told) {
      if (told.state() == SessionState.ENDED) {
        assertThat(endsTold.add(key(to, told.id()))).as("told the end again").isTrue();
      }
    }

    /** A peer message passes from one side to the other, after the yes and before the end. */
    private void isAllowed(FakeMember to, ServerMessage.Relay relay) {
      isNews(to, relay.message().sessionId(), relay);
      var state = stored(relay.message().sessionId()).state();
      var open =
          state == SessionState.ACCEPTED
              || state == SessionState.LIVE
              || state == SessionState.PAUSED;
      assertThat(open).as("passed while %s", state).isTrue();
      assertThat(to.kind()).isNotEqualTo(ClientKind.PAGE);
      var offer = (ClientMessage.PeerOffer) relay.message();
      assertThat(offer.sdp().contains("PANEL")).isNotEqualTo(to.kind() == ClientKind.PANEL);
    }

    void looksAround() {
      var visitors = new HashSet<String>();
      for (var session : play.here.store.all()) {
        if (session.state().open()) {
          assertThat(visitors.add(session.visitorId())).as("a second open session").isTrue();
        }
        var before = ended.get(session.id());
        assertThat(before == null || before.equals(session)).as("moved after the end").isTrue();
        if (!session.state().open()) {
          ended.put(session.id(), session);
        }
      }
    }

    String furthest() {
      var all = play.here.store.all();
      if (all.stream().anyMatch(session -> session.liveAt() != null)) {
        return "live";
      }
      if (all.stream().anyMatch(session -> session.acceptedAt() != null)) {
        return "accepted";
      }
      return all.isEmpty() ? "none" : "requested";
    }

    private ShareSession stored(String sessionId) {
      return play.here.store.all().stream()
          .filter(session -> session.id().equals(sessionId))
          .findFirst()
          .orElseThrow();
    }

    private static String key(FakeMember to, String sessionId) {
      return System.identityHashCode(to) + " " + sessionId;
    }
  }
}
