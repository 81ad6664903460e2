package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.Health;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.Trigger;
import io.visavis.signaling.token.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SeatingTest {
  private final BrokerFixture here = new BrokerFixture();

  @Test
  void requestOverRestSeatsThePanelThatWatches() {
    var id = requestedOverRest();

    assertThat(here.panel.session().orElseThrow().mine()).contains(true);
    here.broker.act(here.page, id, Occurrence.accepted("view.1", "fr"));
    here.broker.act(here.panel, id, Occurrence.of(Trigger.AGENT_ACTIVATES));
    assertThat(here.page.session().orElseThrow().picture().activated()).isTrue();
  }

  @Test
  void requestOverRestWaitsForThePanelThatOpensLater() {
    here.broker.attendance().disconnected(here.panel);
    here.broker.attendance().unwatch(here.panel, "visitor-1");
    requestedOverRest();
    here.pass(Duration.ofSeconds(60));

    var late = FakeMember.panel("panel-client-00002", "agent-1");
    here.broker.attendance().watch(late, "visitor-1", Optional.empty());

    assertThat(late.session().orElseThrow().mine()).contains(true);
    assertThat(here.page.session().orElseThrow().connections().agent()).isEqualTo(Health.CONNECTED);
  }

  @Test
  void popupOfTheLastShareCanSayYesToTheNext() {
    var id = anotherRequest();

    here.broker.act(here.popup, id, Occurrence.accepted("view.1", "fr"));
    here.broker.relay(here.popup, offer(id));

    assertThat(here.panel.relayed()).hasSize(1);
  }

  @Test
  void popupOfTheLastShareTakesPartWhenThePageSaysYes() {
    var id = anotherRequest();
    assertThat(here.popup.session().orElseThrow().id()).isEqualTo(id);

    here.broker.act(here.page, id, Occurrence.accepted("view.1", "fr"));
    here.broker.relay(here.popup, offer(id));

    assertThat(here.panel.session().orElseThrow().connections().visitor())
        .isEqualTo(Health.CONNECTED);
    assertThat(here.panel.relayed()).hasSize(1);
  }

  @Test
  void popupThatClosesBeforeTheYesCostsNoGrace() {
    var id = here.requested();
    here.broker.attendance().popupArrives(here.popup, id);
    here.broker.attendance().disconnected(here.popup);
    here.pass(Duration.ofSeconds(60));

    here.broker.act(here.page, id, Occurrence.accepted("view.1", "fr"));
    here.pass(Duration.ofSeconds(60));

    assertThat(here.panel.session().orElseThrow().state()).isEqualTo(SessionState.ACCEPTED);
  }

  @Test
  void popupThatReconnectsBeforeTheYesStillTakesPart() {
    var id = here.requested();
    here.broker.attendance().popupArrives(here.popup, id);
    here.broker.attendance().disconnected(here.popup);
    var again = FakeMember.popup(here.popup.clientId());
    here.broker.attendance().visitorArrives(again, Optional.empty());

    here.broker.act(here.page, id, Occurrence.accepted("view.1", "fr"));
    here.broker.relay(again, offer(id));

    assertThat(here.panel.relayed()).hasSize(1);
  }

  @Test
  void yesThatComesTooLateDisplacesNobody() {
    var id = here.accepted();
    var second = FakeMember.popup("popup-client-00002");
    here.broker.attendance().visitorArrives(second, Optional.empty());

    assertRefused(
        () -> here.broker.act(second, id, Occurrence.accepted("view.1", "fr")),
        ErrorCode.ALREADY_ANSWERED);

    assertThat(here.popup.closedWith).isNull();
  }

  @Test
  void capturingInAnEndedSessionDisplacesNobody() {
    var id = here.accepted();
    here.broker.act(here.page, id, Occurrence.of(Trigger.VISITOR_STOPS));
    var second = FakeMember.popup("popup-client-00002");
    here.broker.attendance().visitorArrives(second, Optional.empty());

    assertRefused(
        () -> here.broker.act(second, id, Occurrence.of(Trigger.CAPTURE_STARTS, "window")),
        ErrorCode.WRONG_STATE);

    assertThat(here.popup.closedWith).isNull();
  }

  @Test
  void secondPanelTakesThePlaceOfALostOneByActing() {
    var id = here.live();
    var second = FakeMember.panel("panel-client-00002", "agent-1");
    here.broker.attendance().watch(second, "visitor-1", Optional.empty());
    here.broker.attendance().disconnected(here.panel);

    here.broker.act(second, id, Occurrence.of(Trigger.AGENT_ACTIVATES));
    here.pass(Duration.ofMinutes(1));

    var session = second.session().orElseThrow();
    assertThat(session.mine()).contains(true);
    assertThat(session.state()).isEqualTo(SessionState.LIVE);
  }

  @Test
  void secondPanelThatClosesEndsNothing() {
    var id = here.live();
    var second = FakeMember.panel("panel-client-00002", "agent-1");
    here.broker.attendance().watch(second, "visitor-1", Optional.empty());
    here.broker.attendance().disconnected(here.panel);

    assertRefused(
        () -> here.broker.act(second, id, Occurrence.of(Trigger.AGENT_LEAVES)),
        ErrorCode.TAKEN_OVER);

    assertThat(here.popup.session().orElseThrow().state()).isEqualTo(SessionState.LIVE);
  }

  @Test
  void panelThatTurnsToAnotherVisitorHasTheGraceToTurnBack() {
    here.live();
    here.broker.attendance().unwatch(here.panel, "visitor-1");
    here.broker.attendance().watch(here.panel, "visitor-2", Optional.empty());
    assertThat(here.popup.session().orElseThrow().connections().agent())
        .isEqualTo(Health.RECONNECTING);

    here.pass(Duration.ofSeconds(30));

    assertThat(here.popup.session().orElseThrow().ending().orElseThrow().reason())
        .isEqualTo(EndReason.AGENT_LOST);
  }

  @Test
  void panelIsToldOfTheSessionItAskedForWithoutWatching() {
    var panel = FakeMember.panel("panel-client-00002", "agent-2");
    var agent = FakeMember.agent("account-1", "agent-2");

    here.broker.request(agent, "visitor-2", Optional.empty(), Optional.of(panel));

    assertThat(panel.session().orElseThrow().mine()).contains(true);
  }

  @Test
  void agentBoundToOneVisitorReachesNoOther() {
    var id = here.live();
    var bound = bound("visitor-2");

    assertRefused(
        () -> here.broker.request(bound, "visitor-1", Optional.empty(), Optional.empty()),
        ErrorCode.FORBIDDEN);
    assertRefused(() -> here.broker.find(bound, id), ErrorCode.NOT_FOUND);
    assertRefused(() -> here.broker.end(bound, id), ErrorCode.NOT_FOUND);
    assertRefused(
        () -> here.broker.history(bound, Optional.of("visitor-1"), Optional.empty(), 10),
        ErrorCode.FORBIDDEN);
    assertThat(here.broker.history(bound, Optional.empty(), Optional.empty(), 10)).isEmpty();
  }

  @Test
  void accountAdminMayAskAsAnAgentDoes() {
    var admin =
        new Principal.Agent("account-1", "chef", "Alix", Principal.Role.ADMIN, null, Instant.MAX);

    var session = here.broker.request(admin, "visitor-1", Optional.empty(), Optional.empty());

    assertThat(session.agent().name()).isEqualTo("Alix");
  }

  @Test
  void candidatesOfOneOfferAreCountedAndANewOfferBeginsAnew() {
    var id = here.live();
    for (var i = 0; i < Room.MAXIMUM_CANDIDATES; i++) {
      here.broker.relay(here.popup, candidate(id));
    }
    assertRefused(() -> here.broker.relay(here.popup, candidate(id)), ErrorCode.LIMIT_REACHED);

    here.broker.relay(here.popup, offer(id));
    here.broker.relay(here.popup, candidate(id));

    assertThat(here.panel.relayed()).hasSize(Room.MAXIMUM_CANDIDATES + 2);
  }

  private String requestedOverRest() {
    var agent = FakeMember.agent("account-1", "agent-1");
    return here.broker.request(agent, "visitor-1", Optional.empty(), Optional.empty()).id();
  }

  /** A share has ended, its popup is still open, and the agent asks again. */
  private String anotherRequest() {
    var first = here.live();
    here.broker.act(here.panel, first, Occurrence.of(Trigger.AGENT_STOPS));
    return here.requested();
  }

  private static Principal.Agent bound(String visitorId) {
    return new Principal.Agent(
        "account-1", "agent-1", "Camille", Principal.Role.AGENT, visitorId, Instant.MAX);
  }

  private static ClientMessage.PeerOffer offer(String id) {
    return new ClientMessage.PeerOffer(Optional.empty(), id, "v=0");
  }

  private static ClientMessage.PeerIce candidate(String id) {
    return new ClientMessage.PeerIce(
        Optional.empty(), id, "candidate:1", Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static void assertRefused(ThrowingCallable action, ErrorCode code) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
