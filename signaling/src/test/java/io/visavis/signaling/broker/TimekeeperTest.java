package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.visavis.signaling.session.Consent;
import io.visavis.signaling.session.Decision;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.Health;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionMachine;
import io.visavis.signaling.session.SessionRules;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.Trigger;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimekeeperTest {
  private final BrokerFixture here = new BrokerFixture();

  @Test
  void sessionThatFailsStopsNoneOfTheOthers() {
    var broken = here.requested();
    var agent = FakeMember.agent("account-1", "agent-1");
    var other = here.broker.request(agent, "visitor-2", Optional.empty(), Optional.empty()).id();
    here.store.broken.add(broken);

    here.pass(Duration.ofSeconds(120));

    assertThat(stateOf(broken)).isEqualTo(SessionState.REQUESTED);
    assertThat(stateOf(other)).isEqualTo(SessionState.ENDED);
    here.store.broken.clear();
    here.broker.timekeeper().sweep();
    assertThat(stateOf(broken)).isEqualTo(SessionState.ENDED);
  }

  @Test
  void sweepOutlivesADatabaseThatIsAway() {
    here.live();
    here.broker.attendance().disconnected(here.popup);
    here.store.away = true;

    assertThatCode(() -> here.pass(Duration.ofSeconds(31))).doesNotThrowAnyException();

    here.store.away = false;
    here.broker.timekeeper().sweep();
    assertThat(here.panel.session().orElseThrow().ending().orElseThrow().reason())
        .isEqualTo(EndReason.VISITOR_LOST);
  }

  @Test
  void endOfWhichThisNodeHeardNothingIsToldAtTheNextOccasion() {
    var id = here.live();
    here.broker.attendance().disconnected(here.popup);
    endElsewhere(id);

    here.pass(Duration.ofSeconds(31));

    assertThat(here.panel.session().orElseThrow().ending().orElseThrow().reason())
        .isEqualTo(EndReason.AGENT_STOPPED);
  }

  @Test
  void whatEndedIsForgottenAfterAMinute() {
    var id = here.live();
    here.broker.act(here.panel, id, Occurrence.of(Trigger.AGENT_STOPS));
    assertThat(here.broker.rooms()).isEqualTo(1);

    here.pass(Duration.ofSeconds(61));

    assertThat(here.broker.rooms()).isZero();
  }

  @Test
  void peopleWhoLeftAreForgottenOnceTheirAbsenceIsTold() {
    here.broker.attendance().disconnected(here.page);
    here.broker.attendance().disconnected(here.panel);
    here.broker.attendance().unwatch(here.panel, "visitor-1");

    here.pass(Duration.ofSeconds(5));

    assertThat(here.broker.presentPeople()).isZero();
  }

  @Test
  void restartGivesEveryParticipantTheWholeGrace() {
    var id = here.live();
    here.clock.now = here.clock.now.plusSeconds(3600);
    var after = here.startedBroker();
    after.timekeeper().recover(100);

    here.clock.now = here.clock.now.plusSeconds(29);
    after.timekeeper().sweep();
    assertThat(stateOf(id)).isEqualTo(SessionState.LIVE);

    here.clock.now = here.clock.now.plusSeconds(1);
    after.timekeeper().sweep();
    assertThat(reasonOf(id)).isEqualTo(EndReason.VISITOR_LOST);
  }

  @Test
  void whoIsBackBeforeTheRecoveryKeepsThePlace() {
    var id = here.live();
    var after = here.startedBroker();
    var popup = FakeMember.popup(here.popup.clientId());
    var panel = FakeMember.panel(here.panel.clientId(), "agent-1");
    after.attendance().visitorArrives(popup, Optional.empty());
    after.attendance().watch(panel, "visitor-1", Optional.empty());

    after.timekeeper().recover(100);
    here.clock.now = here.clock.now.plusSeconds(60);
    after.timekeeper().sweep();

    assertThat(stateOf(id)).isEqualTo(SessionState.LIVE);
    assertThat(popup.session().orElseThrow().connections().agent()).isEqualTo(Health.CONNECTED);
  }

  @Test
  void requestMadeOverRestOutlivesARestart() {
    var agent = FakeMember.agent("account-1", "agent-1");
    here.broker.attendance().disconnected(here.panel);
    var id = here.broker.request(agent, "visitor-2", Optional.empty(), Optional.empty()).id();
    var after = here.startedBroker();

    after.timekeeper().recover(100);
    here.clock.now = here.clock.now.plusSeconds(60);
    after.timekeeper().sweep();

    assertThat(stateOf(id)).isEqualTo(SessionState.REQUESTED);
  }

  @Test
  void consentIsWithdrawnWhateverEndsTheShare() {
    var id = here.live();
    here.broker.attendance().disconnected(here.popup);
    here.pass(Duration.ofSeconds(30));

    assertThat(reasonOf(id)).isEqualTo(EndReason.VISITOR_LOST);
    assertThat(here.store.transitions)
        .flatExtracting(transition -> transition.consent().stream().toList())
        .extracting(Consent::granted)
        .containsExactly(true, false);
  }

  private void endElsewhere(String id) {
    var session = here.store.find("account-1", id).orElseThrow();
    var decision =
        new SessionMachine(SessionRules.DEFAULT)
            .decide(session, Occurrence.of(Trigger.AGENT_STOPS), here.clock.now);
    here.store.putBehindTheBrokersBack(((Decision.Moved) decision).to());
  }

  private SessionState stateOf(String id) {
    return here.store.find("account-1", id).orElseThrow().state();
  }

  private EndReason reasonOf(String id) {
    return here.store.find("account-1", id).orElseThrow().endReason();
  }
}
