package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.protocol.QualityMode;
import io.visavis.signaling.protocol.ServerMessage;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.Health;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.Trigger;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who comes back is told all or what is missing, never half. */
class ResumeTest {
  private final BrokerFixture here = new BrokerFixture();

  @Test
  void pageThatMissedTheAnswerLearnsHowThingsStand() {
    var other = FakeMember.page("page-client-000002");
    here.broker.attendance().visitorArrives(other, Optional.empty());
    var id = here.requested();
    here.broker.attendance().disconnected(here.page);
    here.broker.act(other, id, Occurrence.accepted("view.1", "fr"));

    var again = FakeMember.page(here.page.clientId());
    here.broker.attendance().visitorArrives(again, resume(id, here.page.lastSeq()));

    assertThat(again.session().orElseThrow().state()).isEqualTo(SessionState.ACCEPTED);
  }

  @Test
  void whatWasMissedComesInOrderAndOnce() {
    var id = here.live();
    var seen = here.panel.lastSeq();
    here.broker.attendance().disconnected(here.panel);
    for (var i = 0; i < 5; i++) {
      here.broker.relay(here.popup, offer(id, "offer " + i));
    }

    var again = FakeMember.panel(here.panel.clientId(), "agent-1");
    here.broker.attendance().watch(again, "visitor-1", resume(id, seen));

    assertThat(again.relayed())
        .extracting(relay -> ((ClientMessage.PeerOffer) relay.message()).sdp())
        .containsExactly("offer 0", "offer 1", "offer 2", "offer 3", "offer 4");
    var numbers = again.told.stream().map(FakeMember::seq).filter(seq -> seq > 0).toList();
    assertThat(numbers).isSorted().doesNotHaveDuplicates().allMatch(seq -> seq > seen);
    assertThat(again.told.get(again.told.size() - 1))
        .isInstanceOf(ServerMessage.SessionStateMessage.class);
  }

  @Test
  void whatWasMissedComesBeforeAnythingNew() {
    var id = here.live();
    here.broker.attendance().disconnected(here.popup);
    here.broker.relay(here.panel, new ClientMessage.PeerAnswer(Optional.empty(), id, "v=0"));
    var again = FakeMember.popup(here.popup.clientId());
    here.panel.witness =
        message -> {
          if (message instanceof ServerMessage.VisitorState) {
            here.broker.quality(here.panel, id, QualityMode.SMOOTH);
          }
        };

    here.broker.attendance().visitorArrives(again, resume(id, here.popup.lastSeq()));

    assertThat(again.relayed()).hasSize(1);
    assertThat(again.told.stream().map(FakeMember::seq).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void tooMuchMissedIsReplacedByTheWholeState() {
    var id = here.live();
    here.broker.attendance().disconnected(here.popup);
    for (var i = 0; i < 301; i++) {
      here.broker.relay(here.panel, new ClientMessage.PeerAnswer(Optional.empty(), id, "v=0"));
    }

    var again = FakeMember.popup(here.popup.clientId());
    var resumed = here.broker.attendance().visitorArrives(again, resume(id, here.popup.lastSeq()));

    assertThat(resumed).isFalse();
    assertThat(again.relayed()).isEmpty();
    assertThat(again.states()).hasSize(1);
  }

  @Test
  void numberFromTheFutureIsAnsweredByTheWholeState() {
    var id = here.live();
    here.broker.attendance().disconnected(here.popup);

    var again = FakeMember.popup(here.popup.clientId());
    var resumed = here.broker.attendance().visitorArrives(again, resume(id, 1_000_000));

    assertThat(resumed).isFalse();
    assertThat(again.states()).hasSize(1);
  }

  @Test
  void anotherVisitorsSessionIsNotTold() {
    var id = here.live();
    var stranger = FakeMember.pageOf("visitor-2", here.popup.clientId());

    var resumed = here.broker.attendance().visitorArrives(stranger, resume(id, 0));

    assertThat(resumed).isFalse();
    assertThat(stranger.told).isEmpty();
  }

  @Test
  void pageCannotReadThePanelsMessagesByTakingItsClientId() {
    var id = here.live();
    here.broker.relay(here.popup, offer(id, "for the panel"));

    var curious = FakeMember.page(here.panel.clientId());
    here.broker.attendance().visitorArrives(curious, resume(id, 0));

    assertThat(curious.relayed()).isEmpty();
  }

  @Test
  void popupThatReturnsLongAfterTheEndLearnsHowItEnded() {
    var id = here.live();
    here.broker.attendance().disconnected(here.popup);
    here.pass(Duration.ofSeconds(30));
    here.pass(Duration.ofMinutes(5));

    var again = FakeMember.popup(here.popup.clientId());
    here.broker.attendance().visitorArrives(again, resume(id, here.popup.lastSeq()));

    var session = again.session().orElseThrow();
    assertThat(session.ending().orElseThrow().reason()).isEqualTo(EndReason.VISITOR_LOST);
  }

  @Test
  void lastWordIsAboutTheSessionThatGoesOn() {
    var first = here.requested();
    here.broker.attendance().disconnected(here.page);
    here.broker.act(here.panel, first, Occurrence.of(Trigger.AGENT_WITHDRAWS));
    var second = here.requested();

    var again = FakeMember.page(here.page.clientId());
    here.broker.attendance().visitorArrives(again, resume(first, 1));

    assertThat(again.states())
        .extracting(state -> state.session().id())
        .containsExactly(first, second);
  }

  @Test
  void nobodyHearsOfAnEndedSessionAgain() {
    var id = here.live();
    here.broker.act(here.popup, id, Occurrence.of(Trigger.VISITOR_STOPS));
    var next = here.requested();

    here.broker.attendance().disconnected(here.popup);

    assertThat(here.panel.session().orElseThrow().id()).isEqualTo(next);
    assertThat(here.panel.states().stream().filter(state -> isEnd(state, id))).hasSize(1);
    assertThat(here.page.states().stream().filter(state -> isEnd(state, id))).hasSize(1);
  }

  @Test
  void quickReconnectsOfOnePageLeaveTheLastInPlace() {
    var id = here.live();
    var second = FakeMember.popup(here.popup.clientId());
    var third = FakeMember.popup(here.popup.clientId());
    here.broker.attendance().visitorArrives(second, resume(id, here.popup.lastSeq()));
    here.broker.attendance().visitorArrives(third, resume(id, second.lastSeq()));

    here.broker.attendance().disconnected(second);
    here.broker.attendance().disconnected(here.popup);
    here.pass(Duration.ofMinutes(1));

    assertThat(second.closedWith).isEqualTo(CloseCode.TAKEN_OVER);
    assertThat(third.closedWith).isNull();
    var session = here.panel.session().orElseThrow();
    assertThat(session.state()).isEqualTo(SessionState.LIVE);
    assertThat(session.connections().visitor()).isEqualTo(Health.CONNECTED);
  }

  @Test
  void lingeringConnectionOfAPageIsClosedWhenThePageComesBack() {
    var again = FakeMember.page(here.page.clientId());

    here.broker.attendance().visitorArrives(again, Optional.empty());
    here.requested();

    assertThat(here.page.closedWith).isEqualTo(CloseCode.TAKEN_OVER);
    assertThat(here.page.session()).isEmpty();
    assertThat(again.session()).isPresent();
  }

  @Test
  void onePageLoadAfterAnotherLeavesNoTrail() {
    var logs = new MessageLogs();
    for (var i = 0; i < 10_000; i++) {
      logs.of(here.page.kind(), "page-client-" + i).number(seq -> new ServerMessage.Ping());
    }

    assertThat(logs.find(here.page.kind(), "page-client-0")).isEmpty();
    assertThat(logs.find(here.page.kind(), "page-client-9999")).isPresent();
  }

  private static boolean isEnd(ServerMessage.SessionStateMessage state, String id) {
    return state.session().id().equals(id) && state.session().state() == SessionState.ENDED;
  }

  private static Optional<ClientMessage.Resume> resume(String id, long seq) {
    return Optional.of(new ClientMessage.Resume(id, seq));
  }

  private static ClientMessage.PeerOffer offer(String id, String sdp) {
    return new ClientMessage.PeerOffer(Optional.empty(), id, sdp);
  }
}
