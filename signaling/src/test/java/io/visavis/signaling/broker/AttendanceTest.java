package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.Health;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.Trigger;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttendanceTest {
  private final BrokerFixture here = new BrokerFixture();

  @Test
  void lostPopupHasTheGraceToComeBack() {
    var id = here.live();
    here.broker.attendance().disconnected(here.popup);
    here.pass(Duration.ofSeconds(29));
    assertThat(here.panel.session().orElseThrow().connections().visitor())
        .isEqualTo(Health.RECONNECTING);

    var again = FakeMember.popup(here.popup.clientId());
    here.broker.attendance().visitorArrives(again, Optional.of(new ClientMessage.Resume(id, 0)));
    here.pass(Duration.ofSeconds(10));

    assertThat(here.panel.session().orElseThrow().state()).isEqualTo(SessionState.LIVE);
    assertThat(here.panel.session().orElseThrow().connections().visitor())
        .isEqualTo(Health.CONNECTED);
  }

  @Test
  void everyoneIsToldUntilWhenSomebodyIsAwaited() {
    here.live();
    var lostAt = here.clock.instant();
    here.broker.attendance().disconnected(here.popup);

    var awaited = here.panel.session().orElseThrow().deadline().orElseThrow();

    assertThat(awaited.reason()).isEqualTo(EndReason.VISITOR_LOST);
    assertThat(awaited.at()).isEqualTo(lostAt.plusSeconds(30));
  }

  @Test
  void popupThatStaysAwayIsLost() {
    here.live();
    here.broker.attendance().disconnected(here.popup);

    here.pass(Duration.ofSeconds(30));

    assertThat(reason(here.panel)).isEqualTo(EndReason.VISITOR_LOST);
  }

  @Test
  void agentThatStaysAwayIsLost() {
    here.live();
    here.broker.attendance().disconnected(here.panel);

    here.pass(Duration.ofSeconds(30));

    assertThat(reason(here.popup)).isEqualTo(EndReason.AGENT_LOST);
  }

  @Test
  void returningPanelGetsWhatItMissed() {
    var id = here.live();
    var last =
        here.panel.told.stream().filter(m -> m.toString().startsWith("SessionState")).count();
    here.broker.attendance().disconnected(here.panel);
    here.broker.relay(
        here.popup, new ClientMessage.PeerOffer(Optional.empty(), id, "while you were away"));

    var again = FakeMember.panel(here.panel.clientId(), "agent-1");
    here.broker
        .attendance()
        .watch(again, "visitor-1", Optional.of(new ClientMessage.Resume(id, last)));

    assertThat(again.relayed()).hasSize(1);
    assertThat(here.panel.relayed()).isEmpty();
  }

  @Test
  void staleSocketIsClosedWhenItsPageComesBackFirst() {
    here.live();
    var again = FakeMember.popup(here.popup.clientId());

    here.broker.attendance().visitorArrives(again, Optional.empty());
    here.broker.attendance().disconnected(here.popup);

    assertThat(here.popup.closedWith).isEqualTo(CloseCode.TAKEN_OVER);
    assertThat(here.panel.session().orElseThrow().connections().visitor())
        .isEqualTo(Health.CONNECTED);
  }

  @Test
  void pagesOfTheSiteComeAndGoWithoutEffect() {
    here.live();

    here.broker.attendance().disconnected(here.page);
    here.pass(Duration.ofMinutes(5));

    assertThat(here.panel.session().orElseThrow().state()).isNotEqualTo(SessionState.ENDED);
  }

  @Test
  void changingThePageIsNotToldAsAbsence() {
    here.broker.attendance().disconnected(here.page);
    here.pass(Duration.ofSeconds(2));
    assertThat(here.panel.presence().orElseThrow().online()).isTrue();

    here.pass(Duration.ofSeconds(3));
    assertThat(here.panel.presence().orElseThrow().online()).isFalse();
  }

  @Test
  void panelLearnsThatABrowserCannotShare() {
    here.broker.attendance().disconnected(here.page);
    here.broker
        .attendance()
        .visitorArrives(FakeMember.phone("phone-client-00001"), Optional.empty());

    assertThat(here.panel.presence().orElseThrow().canShare()).isFalse();
  }

  @Test
  void whoComesBackAfterTheEndIsToldHowItEnded() {
    var id = here.live();
    here.broker.attendance().disconnected(here.popup);
    here.broker.act(here.panel, id, Occurrence.of(Trigger.AGENT_STOPS));

    var again = FakeMember.popup(here.popup.clientId());
    here.broker.attendance().visitorArrives(again, Optional.of(new ClientMessage.Resume(id, 1)));

    assertThat(reason(again)).isEqualTo(EndReason.AGENT_STOPPED);
  }

  @Test
  void requestThatNobodyAnswersExpires() {
    here.requested();

    here.pass(Duration.ofSeconds(120));

    assertThat(reason(here.page)).isEqualTo(EndReason.EXPIRED);
  }

  @Test
  void yesWithoutCaptureRunsOut() {
    here.accepted();

    here.pass(Duration.ofSeconds(180));

    assertThat(reason(here.panel)).isEqualTo(EndReason.NOT_STARTED);
  }

  @Test
  void captureWithoutActivationRunsOut() {
    var id = here.accepted();
    here.broker.act(here.popup, id, Occurrence.of(Trigger.CAPTURE_STARTS, "window"));

    here.pass(Duration.ofSeconds(180));

    assertThat(reason(here.panel)).isEqualTo(EndReason.NOT_ACTIVATED);
  }

  @Test
  void picturesThatNeverComeEndIt() {
    here.liveWithoutPictures();

    here.pass(Duration.ofSeconds(30));

    assertThat(reason(here.panel)).isEqualTo(EndReason.NO_MEDIA);
  }

  @Test
  void revokedEligibilityEndsAllAtTheNextSweep() {
    here.live();
    here.store.eligible = false;

    here.broker.timekeeper().sweep();

    assertThat(reason(here.page)).isEqualTo(EndReason.ELIGIBILITY_REVOKED);
    assertThat(reason(here.panel)).isEqualTo(EndReason.ELIGIBILITY_REVOKED);
  }

  private static EndReason reason(FakeMember member) {
    return member.session().orElseThrow().ending().orElseThrow().reason();
  }
}
