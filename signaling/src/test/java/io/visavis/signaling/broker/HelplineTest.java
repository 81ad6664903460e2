package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.signaling.policy.Choices;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.ServerMessage.VisitorState;
import io.visavis.signaling.protocol.SessionSnapshot;
import io.visavis.signaling.token.Principal;
import io.visavis.signaling.website.HelpCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What visitors say without a share. */
class HelplineTest {
  private final BrokerFixture here = new BrokerFixture();
  private final Helpline helpline = here.broker.helpline();

  private VisitorState told() {
    return here.panel.presence().orElseThrow();
  }

  @Test
  void aPanelThatWatchesIsToldOfACallForHelp() {
    helpline.ask(here.page);
    assertThat(told().helpAskedAt()).contains(here.clock.now);
    assertThat(here.website.calls).extracting(HelpCall::visitorId).containsExactly("visitor-1");
  }

  @Test
  void aPanelThatComesLaterIsToldOfACallThatIsStillOpen() {
    helpline.ask(here.page);
    var later = FakeMember.panel("panel-client-00002", "agent-2");
    here.broker.attendance().watch(later, "visitor-1", Optional.empty());
    assertThat(later.presence().orElseThrow().helpAskedAt()).contains(here.clock.now);
  }

  @Test
  void aCallThatNobodyAnswersIsForgottenAfterItsLife() {
    helpline.ask(here.page);
    here.pass(Duration.ofMinutes(16));
    var later = FakeMember.panel("panel-client-00002", "agent-2");
    here.broker.attendance().watch(later, "visitor-1", Optional.empty());
    assertThat(later.presence().orElseThrow().helpAskedAt()).isEmpty();
  }

  @Test
  void aPanelThatBeginsToWatchShowsNoCallThatIsAnsweredMeanwhile() {
    here.broker.helpline().ask(here.page);
    here.website.meanwhile = here::requested;
    var later = FakeMember.panel("panel-client-00002", "agent-2");
    here.broker.attendance().watch(later, "visitor-1", Optional.empty());
    assertThat(later.presence().orElseThrow().helpAskedAt()).isEmpty();
    assertThat(here.panel.presence().orElseThrow().helpAskedAt()).isEmpty();
  }

  @Test
  void aCallThatIsAnsweredBeforeItIsShownIsNotShown() {
    here.website.afterAdding = here::requested;
    here.broker.helpline().ask(here.page);
    assertThat(here.panel.presence().orElseThrow().helpAskedAt()).isEmpty();
  }

  @Test
  void aPanelThatComesAfterThatLifeTakesTheCallFromNobodyWhoSeesIt() {
    helpline.ask(here.page);
    var asked = here.clock.now;
    here.pass(Duration.ofMinutes(16));
    var later = FakeMember.panel("panel-client-00002", "agent-2");
    here.broker.attendance().watch(later, "visitor-1", Optional.empty());
    helpline.converse(here.page, Optional.of("chat-1"));
    assertThat(told().conversationId()).contains("chat-1");
    assertThat(told().helpAskedAt()).contains(asked);
    assertThat(later.presence().orElseThrow().helpAskedAt()).isEmpty();
  }

  @Test
  void aNewCallIsShownToThosePanelsAsWell() {
    helpline.ask(here.page);
    here.pass(Duration.ofMinutes(16));
    var later = FakeMember.panel("panel-client-00002", "agent-2");
    here.broker.attendance().watch(later, "visitor-1", Optional.empty());
    helpline.ask(here.page);
    assertThat(later.presence().orElseThrow().helpAskedAt()).contains(here.clock.now);
  }

  @Test
  void aShareRequestAnswersTheCall() {
    helpline.ask(here.page);
    here.requested();
    assertThat(told().helpAskedAt()).isEmpty();
    assertThat(here.website.calls).extracting(HelpCall::answeredAt).containsExactly(here.clock.now);
  }

  @Test
  void askedAgainWithinTheRestItIsTheSameCall() {
    helpline.ask(here.page);
    here.pass(Duration.ofSeconds(29));
    helpline.ask(here.page);
    assertThat(here.website.calls).hasSize(1);
    here.pass(Duration.ofSeconds(2));
    helpline.ask(here.page);
    assertThat(here.website.calls).hasSize(2);
  }

  @Test
  void whereTheAccountDoesNotLetVisitorsAskNothingIsKept() {
    here.policies.decide(Choices.DEFAULT);
    assertThatThrownBy(() -> helpline.ask(here.page))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
    assertThat(here.website.calls).isEmpty();
    assertThat(told().helpAskedAt()).isEmpty();
  }

  @Test
  void visitorsWhoCallTooOftenAreRefusedAndNobodyIsTold() {
    for (int n = 0; n < 60; n++) {
      var id = "call-" + n;
      here.website.calls.add(
          new HelpCall(id, "account-1", "visitor-" + (n + 2), null, here.clock.now, null));
    }
    assertThatThrownBy(() -> helpline.ask(here.page))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_REACHED));
    assertThat(told().helpAskedAt()).isEmpty();
  }

  @Test
  void nobodyCallsForHelpWhileARequestIsOpen() {
    here.requested();
    assertThatThrownBy(() -> helpline.ask(here.page))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VISITOR_BUSY));
  }

  @Test
  void theConversationOfThePageGoesWithTheRequest() {
    helpline.converse(here.page, Optional.of("chat-1"));
    assertThat(told().conversationId()).contains("chat-1");
    here.requested();
    assertThat(here.panel.session().flatMap(SessionSnapshot::conversationId)).contains("chat-1");
    assertThat(here.page.session().flatMap(SessionSnapshot::conversationId)).isEmpty();
  }

  @Test
  void theConversationThatTheAgentNamesComesFirst() {
    helpline.converse(here.page, Optional.of("chat-1"));
    var session =
        here.broker.request(
            FakeMember.agent("account-1", "agent-1"),
            "visitor-1",
            Optional.of("chat-2"),
            Optional.of(here.panel));
    assertThat(session.conversationId()).contains("chat-2");
  }

  @Test
  void aPanelOfAnAdminTakesNoPlaceInTheSessionOfTheSamePerson() {
    var id = here.requested();
    here.broker.attendance().disconnected(here.panel);
    var admin =
        FakeMember.panel(
            "panel-client-00002",
            new Principal.Agent(
                "account-1", "agent-1", "Agent", Principal.Role.ADMIN, null, Instant.MAX));
    here.broker.attendance().watch(admin, "visitor-1", Optional.empty());
    assertThat(admin.session().map(SessionSnapshot::id)).contains(id);
    assertThat(admin.session().flatMap(SessionSnapshot::mine)).contains(false);
  }
}
