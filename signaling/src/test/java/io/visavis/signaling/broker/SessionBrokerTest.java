package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.Delivery;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.Notice;
import io.visavis.signaling.protocol.QualityMode;
import io.visavis.signaling.session.Consent;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.SessionStore.Created;
import io.visavis.signaling.session.Trigger;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SessionBrokerTest {
  private final BrokerFixture here = new BrokerFixture();

  @Test
  void requestReachesTheVisitorsPage() {
    here.requested();

    var session = here.page.session().orElseThrow();
    assertThat(session.state()).isEqualTo(SessionState.REQUESTED);
    assertThat(session.agent().name()).isEqualTo("Agent agent-1");
    assertThat(session.accountName()).isEqualTo("Maison Lumen");
    assertThat(here.panel.session().orElseThrow().mine()).contains(true);
  }

  @Test
  void captureAndActivationMakeItLiveInEitherOrder() {
    here.live();

    assertThat(here.panel.session().orElseThrow().state()).isEqualTo(SessionState.LIVE);
    assertThat(here.popup.session().orElseThrow().state()).isEqualTo(SessionState.LIVE);
  }

  @Test
  void ineligibleAccountCannotAsk() {
    here.store.eligible = false;

    assertRefused(here::requested, ErrorCode.NOT_ELIGIBLE);
  }

  @Test
  void anAccountAtItsLimitCannotAskInEitherWayAndNothingIsAnswered() {
    for (var limit : List.of(Created.TOO_MANY_OPEN, Created.TOO_MANY_REQUESTS)) {
      here.store.limits = limit;
      here.broker.helpline().ask(here.page);

      assertRefused(here::requested, ErrorCode.ACCOUNT_LIMIT);
      assertRefused(
          () ->
              here.broker.request(
                  FakeMember.agent("account-1", "agent-1"),
                  "visitor-1",
                  Optional.empty(),
                  Delivery.LINK,
                  Optional.empty()),
          ErrorCode.ACCOUNT_LIMIT);
      assertThat(here.website.calls).allMatch(call -> call.answeredAt() == null);
    }
    here.store.limits = Created.DONE;
    here.requested();
  }

  @Test
  void eligibilityLostBetweenRequestAndYesStopsTheYes() {
    var id = here.requested();
    here.store.eligible = false;

    assertRefused(
        () -> here.broker.act(here.page, id, Occurrence.accepted("view.1", "fr")),
        ErrorCode.NOT_ELIGIBLE);
    assertThat(here.store.transitions).isEmpty();
  }

  @Test
  void secondRequestOfTheSameAgentPointsAtTheOpenOne() {
    var id = here.requested();

    assertThatThrownBy(here::requested)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_OPEN);
              assertThat(refused.sessionId()).contains(id);
            });
  }

  @Test
  void anotherAgentIsToldThatTheVisitorIsBusy() {
    here.requested();
    var other = FakeMember.agent("account-1", "agent-2");

    assertRefused(
        () -> here.broker.request(other, "visitor-1", Optional.empty(), Optional.empty()),
        ErrorCode.VISITOR_BUSY);
  }

  @Test
  void anotherAgentsPanelSeesTheSessionAndTakesNoPart() {
    var id = here.live();
    var other = FakeMember.panel("panel-client-00002", "agent-2");

    here.broker.attendance().watch(other, "visitor-1", Optional.empty());

    assertThat(other.session().orElseThrow().mine()).contains(false);
    assertRefused(
        () -> here.broker.act(other, id, Occurrence.of(Trigger.AGENT_STOPS)), ErrorCode.FORBIDDEN);
  }

  @Test
  void secondPanelOfTheSameAgentTakesNoPartWhileTheFirstIsThere() {
    var id = here.live();
    var second = FakeMember.panel("panel-client-00002", "agent-1");

    here.broker.attendance().watch(second, "visitor-1", Optional.empty());

    assertThat(second.session().orElseThrow().mine()).contains(false);
    assertRefused(
        () -> here.broker.act(second, id, Occurrence.of(Trigger.AGENT_LEAVES)),
        ErrorCode.TAKEN_OVER);
    assertThat(here.popup.session().orElseThrow().state()).isEqualTo(SessionState.LIVE);
  }

  @Test
  void secondPopupIsRefusedOnceTheFirstCaptures() {
    var id = here.live();
    var second = FakeMember.popup("popup-client-00002");

    assertRefused(
        () -> here.broker.attendance().popupArrives(second, id), ErrorCode.ALREADY_SHARING);
  }

  @Test
  void firstAnswerCounts() {
    var id = here.requested();
    here.broker.act(here.page, id, Occurrence.of(Trigger.VISITOR_DECLINES));

    assertRefused(
        () -> here.broker.act(here.page, id, Occurrence.accepted("view.1", "fr")),
        ErrorCode.WRONG_STATE);
  }

  @Test
  void faithfulLoserOfARaceSeesTheWinnersState() {
    var id = here.live();
    here.store.interference =
        () -> here.broker.act(here.popup, id, Occurrence.of(Trigger.VISITOR_STOPS));

    assertRefused(
        () -> here.broker.act(here.panel, id, Occurrence.of(Trigger.AGENT_STOPS)),
        ErrorCode.WRONG_STATE);
    assertThat(here.panel.session().orElseThrow().ending().orElseThrow().reason())
        .isEqualTo(EndReason.VISITOR_STOPPED);
  }

  @Test
  void strangersSessionIsAsUnknownAsNone() {
    var id = here.live();
    var stranger = FakeMember.agent("account-2", "agent-1");

    assertRefused(() -> here.broker.find(stranger, id), ErrorCode.NOT_FOUND);
    assertRefused(() -> here.broker.end(stranger, id), ErrorCode.NOT_FOUND);
    assertRefused(
        () -> here.broker.find(stranger, "no-session-no-session-00"), ErrorCode.NOT_FOUND);
  }

  @Test
  void nothingPassesBeforeTheYes() {
    var id = here.requested();
    here.broker.attendance().popupArrives(here.popup, id);

    assertRefused(() -> here.broker.relay(here.popup, offer(id)), ErrorCode.WRONG_STATE);
    assertThat(here.panel.relayed()).isEmpty();
  }

  @Test
  void peerMessagesReachOnlyTheOtherSide() {
    var id = here.accepted();

    here.broker.relay(here.popup, offer(id));

    assertThat(here.panel.relayed()).hasSize(1);
    assertThat(here.popup.relayed()).isEmpty();
    assertThat(here.page.relayed()).isEmpty();
  }

  @Test
  void nothingPassesAfterTheEnd() {
    var id = here.live();
    here.broker.act(here.page, id, Occurrence.of(Trigger.VISITOR_STOPS));

    assertRefused(() -> here.broker.relay(here.popup, offer(id)), ErrorCode.WRONG_STATE);
  }

  @Test
  void bystandersPeerMessageIsRefused() {
    var id = here.live();
    var other = FakeMember.panel("panel-client-00002", "agent-2");

    assertRefused(() -> here.broker.relay(other, offer(id)), ErrorCode.NOT_FOUND);
  }

  @Test
  void noticeAndQualityReachTheAgent() {
    var id = here.accepted();

    here.broker.notice(here.popup, id, Notice.PICKER_CANCELLED);
    here.broker.quality(here.panel, id, QualityMode.SMOOTH);

    var picture = here.panel.session().orElseThrow().picture();
    assertThat(picture.notice()).isEqualTo(Notice.PICKER_CANCELLED);
    assertThat(here.popup.session().orElseThrow().picture().quality())
        .isEqualTo(QualityMode.SMOOTH);
  }

  @Test
  void consentIsKeptWhenGivenAndWhenOver() {
    var id = here.live();
    here.broker.act(here.popup, id, Occurrence.of(Trigger.VISITOR_STOPS));

    assertThat(here.store.transitions)
        .flatExtracting(transition -> transition.consent().stream().toList())
        .extracting(Consent::granted)
        .containsExactly(true, false);
  }

  private static ClientMessage.PeerOffer offer(String sessionId) {
    return new ClientMessage.PeerOffer(Optional.empty(), sessionId, "v=0");
  }

  private static void assertRefused(ThrowingCallable action, ErrorCode code) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
