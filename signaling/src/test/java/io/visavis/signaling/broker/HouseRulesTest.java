package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.visavis.signaling.MemoryPolicies;
import io.visavis.signaling.protocol.ClientMessage.Peer;
import io.visavis.signaling.protocol.ClientMessage.PeerAnswer;
import io.visavis.signaling.protocol.ClientMessage.PeerIce;
import io.visavis.signaling.protocol.ClientMessage.PeerOffer;
import io.visavis.signaling.protocol.Delivery;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.Language;
import io.visavis.signaling.protocol.SessionSnapshot;
import io.visavis.signaling.protocol.SurfaceLimit;
import io.visavis.signaling.session.Consent;
import io.visavis.signaling.session.Health;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.Trigger;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the account's policy forbids is refused, whatever a browser does. */
class HouseRulesTest {
  private static final String RELAY =
      "candidate:1 1 udp 41885439 198.51.100.7 49152 typ relay raddr 0.0.0.0 rport 0 generation 0";
  private static final String HOST =
      "candidate:1 1 udp 2122260223 192.0.2.4 50000 typ host generation 0";
  private static final String SDP = "v=0\r\nc=IN IP4 0.0.0.0\r\nm=video 9 X 96\r\n%s\r\na=x\r\n";

  private final BrokerFixture here = new BrokerFixture();

  private static void assertRefused(ThrowingCallable call, ErrorCode code) {
    var refused = catchThrowableOfType(Refused.class, call);
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
  }

  // --- who may ask -------------------------------------------------------------------------------

  @Test
  void anAgentWhoIsNotListedMayNotAskByWhateverWay() {
    here.policies.decide(MemoryPolicies.listed("agent-2"));
    assertRefused(here::requested, ErrorCode.NOT_PERMITTED_BY_POLICY);
    var agent = FakeMember.agent("account-1", "agent-1");
    assertRefused(
        () ->
            here.broker.request(
                agent, "visitor-1", Optional.empty(), Delivery.LINK, Optional.empty()),
        ErrorCode.NOT_PERMITTED_BY_POLICY);
    assertThat(here.store.all()).isEmpty();
  }

  @Test
  void anAgentWhoIsListedMayAskAndGoesOnWhenTakenOffTheList() {
    here.policies.decide(MemoryPolicies.listed("agent-2", "agent-1"));
    var id = here.accepted();
    here.policies.decide(MemoryPolicies.listed("agent-2"));
    here.broker.act(here.panel, id, Occurrence.of(Trigger.AGENT_ACTIVATES));
    assertThat(here.panel.session().orElseThrow().picture().activated()).isTrue();
  }

  // --- what may be shown -------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({"WINDOW, monitor", "WINDOW, unknown", "TAB, monitor", "TAB, window", "TAB, unknown"})
  void aSurfaceThatIsNotPermittedChangesNothing(SurfaceLimit limit, String surface) {
    here.policies.decide(MemoryPolicies.with(limit, false));
    var id = here.accepted();
    var before = here.store.find("account-1", id).orElseThrow();
    assertRefused(
        () -> here.broker.act(here.popup, id, Occurrence.of(Trigger.CAPTURE_STARTS, surface)),
        ErrorCode.SURFACE_NOT_PERMITTED);
    assertThat(here.store.find("account-1", id)).contains(before);

    here.broker.act(here.popup, id, Occurrence.of(Trigger.CAPTURE_STARTS, "browser"));
    assertThat(here.store.find("account-1", id).orElseThrow().surface()).isEqualTo("browser");
  }

  @ParameterizedTest
  @CsvSource({
    "ANY, monitor",
    "ANY, window",
    "ANY, browser",
    "ANY, unknown",
    "WINDOW, window",
    "WINDOW, browser",
    "TAB, browser"
  })
  void aSurfaceThatIsPermittedIsShown(SurfaceLimit limit, String surface) {
    here.policies.decide(MemoryPolicies.with(limit, false));
    var id = here.accepted();
    here.broker.act(here.popup, id, Occurrence.of(Trigger.CAPTURE_STARTS, surface));
    assertThat(here.store.find("account-1", id).orElseThrow().capturing()).isTrue();
  }

  @Test
  void aPopupThatMayNotShowItsPickTakesNoPlace() {
    var id = here.accepted();
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.TAB, false));
    var second = FakeMember.popup("popup-client-00002");
    assertRefused(
        () -> here.broker.act(second, id, Occurrence.of(Trigger.CAPTURE_STARTS, "monitor")),
        ErrorCode.SURFACE_NOT_PERMITTED);
    assertThat(here.popup.closedWith).isNull();
  }

  @Test
  void whatIsShownAlreadyStays() {
    var id = here.live();
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.TAB, false));
    here.broker.act(here.popup, id, Occurrence.of(Trigger.CAPTURE_STARTS, "monitor"));
    assertThat(here.popup.session().orElseThrow().state()).isEqualTo(SessionState.LIVE);
  }

  // --- how it travels ----------------------------------------------------------------------------

  private static Peer offer(String id, String candidate) {
    return new PeerOffer(Optional.empty(), id, SDP.formatted(candidate));
  }

  private static Peer ice(String id, String candidate) {
    return new PeerIce(
        Optional.empty(), id, candidate, Optional.of("0"), Optional.empty(), Optional.empty());
  }

  private String acceptedRelayOnly() {
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, true));
    return here.accepted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HOST,
        "candidate:1 1 udp 1 198.51.100.7 1 typ srflx raddr 0.0.0.0 rport 0",
        "candidate:1 1 udp 1 198.51.100.7 1 typ prflx raddr 0.0.0.0 rport 0",
        "candidate:1 1 udp 1 192.0.2.4 1 typ host typ relay",
        "candidate:1 1 udp 1 192.0.2.4 1 typ relayed",
        "candidate:1 1 udp 1 192.0.2.4 1 TYP RELAY",
        "candidate:1 1 udp 1 192.0.2.4 1",
        "anything",
        " "
      })
  void aCandidateThatIsNoRelaysIsRefused(String candidate) {
    var id = acceptedRelayOnly();
    assertRefused(() -> here.broker.relay(here.popup, ice(id, candidate)), ErrorCode.RELAY_ONLY);
    assertRefused(() -> here.broker.relay(here.panel, ice(id, candidate)), ErrorCode.RELAY_ONLY);
    assertThat(here.panel.relayed()).isEmpty();
    assertThat(here.popup.relayed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=" + HOST, "a=" + RELAY + "\r\na=" + HOST, "a=CANDIDATE:1", "a =candidate:1"})
  void aDescriptionWithAnotherPathInItIsRefused(String lines) {
    var id = acceptedRelayOnly();
    assertRefused(() -> here.broker.relay(here.popup, offer(id, lines)), ErrorCode.RELAY_ONLY);
    var answer = new PeerAnswer(Optional.empty(), id, SDP.formatted(lines));
    assertRefused(() -> here.broker.relay(here.panel, answer), ErrorCode.RELAY_ONLY);
    assertThat(here.panel.relayed()).isEmpty();
  }

  @Test
  void whatNamesARelayPasses() {
    var id = acceptedRelayOnly();
    here.broker.relay(here.popup, offer(id, "a=" + RELAY + "\r\na=end-of-candidates"));
    here.broker.relay(here.popup, offer(id, "a=ice-options:trickle"));
    here.broker.relay(here.popup, ice(id, RELAY));
    here.broker.relay(here.popup, ice(id, "a=" + RELAY));
    here.broker.relay(here.popup, ice(id, ""));
    assertThat(here.panel.relayed()).hasSize(5);
  }

  @Test
  void aSessionKeepsTheRuleThatItBeganUnderAndSaysSo() {
    var id = acceptedRelayOnly();
    assertThat(here.panel.session().orElseThrow().picture().relayOnly()).isTrue();
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, false));
    assertRefused(() -> here.broker.relay(here.popup, ice(id, HOST)), ErrorCode.RELAY_ONLY);
  }

  @Test
  void itKeepsThatRuleOverARestartAndAfterItsEnd() {
    var id = acceptedRelayOnly();
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, false));
    var restarted = here.startedBroker();
    restarted.timekeeper().recover(10);
    var popup = FakeMember.popup("popup-client-00001");
    restarted.attendance().popupArrives(popup, id);
    var back = FakeMember.panel("panel-client-00001", "agent-1");
    restarted.attendance().watch(back, "visitor-1", Optional.empty());

    assertRefused(() -> restarted.relay(popup, ice(id, HOST)), ErrorCode.RELAY_ONLY);
    assertThat(back.session().orElseThrow().picture().relayOnly()).isTrue();

    var agent = FakeMember.agent("account-1", "agent-1");
    restarted.end(agent, id);
    assertThat(here.startedBroker().find(agent, id).picture().relayOnly()).isTrue();
  }

  @Test
  void aRestartBindsNoSessionThatBeganFree() {
    var id = here.accepted();
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, true));
    var restarted = here.startedBroker();
    restarted.timekeeper().recover(10);
    var popup = FakeMember.popup("popup-client-00001");
    restarted.attendance().popupArrives(popup, id);
    var back = FakeMember.panel("panel-client-00001", "agent-1");
    restarted.attendance().watch(back, "visitor-1", Optional.empty());

    assertThatCode(() -> restarted.relay(popup, ice(id, HOST))).doesNotThrowAnyException();
    assertThat(back.session().orElseThrow().picture().relayOnly()).isFalse();
  }

  @Test
  void withoutTheRuleEveryPathPasses() {
    var id = here.accepted();
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, true));
    assertThatCode(() -> here.broker.relay(here.popup, ice(id, HOST))).doesNotThrowAnyException();
    assertThat(here.panel.session().orElseThrow().picture().relayOnly()).isFalse();
  }

  // --- in whose words ----------------------------------------------------------------------------

  private String wording() {
    return here.store.transitions.stream()
        .flatMap(transition -> transition.consent().stream())
        .map(Consent::wording)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  @Test
  void aYesNamesTheVersionOfTheCompanysWords() {
    here.accepted();
    assertThat(wording()).isEqualTo("view.1");

    var decided = new BrokerFixture();
    decided.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, false));
    decided.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, false));
    var id = decided.accepted();
    assertThat(decided.store.find("account-1", id).orElseThrow().consentWording())
        .isEqualTo("view.1/policy.2");
  }

  @Test
  void aYesByLinkNamesItTooAndMayBeRepeated() {
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, false));
    var agent = FakeMember.agent("account-1", "agent-1");
    var id =
        here.broker
            .request(agent, "visitor-1", Optional.empty(), Delivery.LINK, Optional.empty())
            .id();
    var answers = here.broker.linkAnswers();
    var code = BrokerFixture.LINKS.code(id);
    assertThat(answers.look(code).policy().message()).containsKey(Language.FR);
    answers.accept(code, "attempt-of-this-tab", Language.FR, 1);
    assertThat(wording()).isEqualTo("link.1/policy.1");
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.TAB, false));
    assertThat(answers.accept(code, "attempt-of-this-tab", Language.FR, 1)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, -1})
  void aYesToWordsThatDoNotStandIsRefusedAndLeavesNothingBehind(int shown) {
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.TAB, false));
    var id = here.requested();
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, false));
    var before = here.store.find("account-1", id).orElseThrow();
    for (var member : List.of(here.page, here.popup)) {
      assertRefused(
          () -> here.broker.act(member, id, Occurrence.accepted("view.1", "fr", shown)),
          ErrorCode.POLICY_CHANGED);
    }
    assertThat(here.store.find("account-1", id)).contains(before);
    assertThat(here.broker.find(FakeMember.agent("account-1", "agent-1"), id).connections())
        .isEqualTo(new SessionSnapshot.Connections(Health.ABSENT, Health.CONNECTED));

    here.broker.act(here.page, id, Occurrence.accepted("view.1", "fr", 2));
    assertThat(wording()).isEqualTo("view.1/policy.2");
  }

  @Test
  void aYesByLinkToWordsThatDoNotStandDoesNotSpendTheLink() {
    var agent = FakeMember.agent("account-1", "agent-1");
    var id =
        here.broker
            .request(agent, "visitor-1", Optional.empty(), Delivery.LINK, Optional.empty())
            .id();
    var answers = here.broker.linkAnswers();
    var code = BrokerFixture.LINKS.code(id);
    var shown = answers.look(code).policy().version();
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.TAB, false));
    assertRefused(
        () -> answers.accept(code, "attempt-of-this-tab", Language.FR, shown),
        ErrorCode.POLICY_CHANGED);
    assertThat(answers.look(code).standing()).isEqualTo(LinkAnswers.Standing.OPEN);

    var now = answers.look(code).policy().version();
    assertThat(answers.accept(code, "attempt-of-another-tab", Language.FR, now)).isNotNull();
    assertThat(wording()).isEqualTo("link.1/policy.1");
  }

  @Test
  void aDecisionThatVisitorsAreShownNothingOfTakesNoYesAway() {
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, false));
    var id = here.requested();
    here.policies.decide(MemoryPolicies.listed("agent-1"));
    here.broker.act(here.page, id, Occurrence.accepted("view.1", "fr", 1));
    assertThat(wording()).isEqualTo("view.1/policy.1");
  }

  @Test
  void aDecisionThatWhoeverHasTheLinkIsShownNothingOfTakesNoYesAway() {
    var agent = FakeMember.agent("account-1", "agent-1");
    var id =
        here.broker
            .request(agent, "visitor-1", Optional.empty(), Delivery.LINK, Optional.empty())
            .id();
    here.policies.decide(MemoryPolicies.listed("agent-1"));
    var code = BrokerFixture.LINKS.code(id);
    here.broker.linkAnswers().accept(code, "attempt-of-this-tab", Language.FR, 0);
    assertThat(wording()).isEqualTo("link.1");
  }

  @Test
  void whatVisitorsAreShownAgainAsItWasTakesNoYesAway() {
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, false));
    var id = here.requested();
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.TAB, false));
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, false));
    here.broker.act(here.page, id, Occurrence.accepted("view.1", "fr", 1));
    assertThat(wording()).isEqualTo("view.1/policy.1");
  }

  @Test
  void whoWasAnsweredAlreadyIsToldSoWhateverWordsTheySaw() {
    var id = here.accepted();
    here.policies.decide(MemoryPolicies.with(SurfaceLimit.ANY, false));
    assertRefused(
        () -> here.broker.act(here.page, id, Occurrence.accepted("view.1", "fr", 0)),
        ErrorCode.ALREADY_ANSWERED);
  }
}
