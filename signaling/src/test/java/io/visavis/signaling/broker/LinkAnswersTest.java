package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.visavis.signaling.broker.LinkAnswers.Standing;
import io.visavis.signaling.protocol.DeclineCause;
import io.visavis.signaling.protocol.Delivery;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.Language;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.Health;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.Trigger;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LinkAnswersTest {
  private static final String MINE = "attempt-of-this-tab";
  private final BrokerFixture here = new BrokerFixture();
  private final LinkAnswers answers = here.broker.linkAnswers();

  private String asked(Delivery delivery) {
    var agent = FakeMember.agent("account-1", "agent-1");
    return here.broker
        .request(agent, "visitor-1", Optional.empty(), delivery, Optional.of(here.panel))
        .id();
  }

  private String code(String sessionId) {
    return BrokerFixture.LINKS.code(sessionId);
  }

  private io.visavis.signaling.session.ShareSession stored(String id) {
    return here.store.ofLink(id).orElseThrow();
  }

  private static ErrorCode refusal(ThrowingCallable call) {
    return catchThrowableOfType(Refused.class, call).code();
  }

  @Test
  void theAgentWhoAskedIsGivenTheAddress() {
    var agent = FakeMember.agent("account-1", "agent-1");
    var id = asked(Delivery.LINK);

    assertThat(here.broker.find(agent, id).link())
        .hasValueSatisfying(
            link -> {
              assertThat(link.url()).endsWith("#k=" + code(id));
              assertThat(link.expiresAt()).isEqualTo(here.clock.now.plusSeconds(900));
              assertThat(link.delivery()).isEqualTo(Delivery.LINK);
            });
    assertThat(here.broker.find(FakeMember.agent("account-1", "agent-2"), id).link()).isEmpty();
    answers.decline(code(id), DeclineCause.REFUSED);
    assertThat(here.broker.find(agent, id).link()).isEmpty();
  }

  @Test
  void lookingTellsWhoAsksAndSpendsNothing() {
    var id = asked(Delivery.LINK);
    for (var look = 0; look < 3; look++) {
      var view = answers.look(code(id));
      assertThat(view.standing()).isEqualTo(Standing.OPEN);
      assertThat(view.accountName()).isEqualTo("Maison Lumen");
    }
    assertThat(stored(id).state()).isEqualTo(SessionState.REQUESTED);
  }

  @Test
  void theYesIsKeptWithAWordingOfItsOwn() {
    var id = asked(Delivery.LINK);

    assertThat(answers.accept(code(id), MINE, Language.FR, 0).ticket()).isNotEmpty();

    assertThat(stored(id).state()).isEqualTo(SessionState.ACCEPTED);
    assertThat(stored(id).consentWording()).isEqualTo("link.1");
    assertThat(stored(id).consentLanguage()).isEqualTo("fr");
    assertThat(answers.look(code(id)).standing()).isEqualTo(Standing.USED);
  }

  @Test
  void onlyTheSameAttemptMayRepeatItsYesAndOnlyUntilSomethingIsShown() {
    var id = asked(Delivery.LINK);
    answers.accept(code(id), MINE, Language.FR, 0);

    assertThat(answers.accept(code(id), MINE, Language.FR, 0).ticket()).isNotEmpty();
    assertThat(refusal(() -> answers.accept(code(id), "somebody-elses-try", Language.FR, 0)))
        .isEqualTo(ErrorCode.ALREADY_ANSWERED);

    here.broker.attendance().popupArrives(here.popup, id);
    here.broker.act(here.popup, id, Occurrence.of(Trigger.CAPTURE_STARTS, "browser"));
    assertThat(refusal(() -> answers.accept(code(id), MINE, Language.FR, 0)))
        .isEqualTo(ErrorCode.ALREADY_ANSWERED);
    assertThat(here.store.transitions)
        .filteredOn(transition -> transition.trigger() == Trigger.VISITOR_ACCEPTS)
        .hasSize(1);
  }

  @Test
  void aYesOnTheSiteUsesTheLinkUp() {
    var id = asked(Delivery.SITE);
    here.broker.act(here.page, id, Occurrence.accepted("view.1", "fr"));

    assertThat(answers.look(code(id)).standing()).isEqualTo(Standing.USED);
    assertThat(refusal(() -> answers.accept(code(id), MINE, Language.FR, 0)))
        .isEqualTo(ErrorCode.ALREADY_ANSWERED);
  }

  @Test
  void theNoEndsTheRequest() {
    var id = asked(Delivery.LINK);

    var view = answers.decline(code(id), DeclineCause.BROWSER_UNSUPPORTED);

    assertThat(view.standing()).isEqualTo(Standing.DECLINED);
    assertThat(stored(id).endReason()).isEqualTo(EndReason.DECLINED);
    assertThat(stored(id).endDetail()).isEqualTo("browser-unsupported");
    assertThat(refusal(() -> answers.accept(code(id), MINE, Language.FR, 0)))
        .isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  void aRequestByLinkWaitsForItsLifeWithoutTheAgent() {
    var id = asked(Delivery.LINK);
    here.broker.act(here.panel, id, Occurrence.of(Trigger.AGENT_LEAVES));
    here.broker.attendance().disconnected(here.panel);
    here.pass(Duration.ofMinutes(14));

    assertThat(stored(id).state()).isEqualTo(SessionState.REQUESTED);
    assertThat(answers.look(code(id)).standing()).isEqualTo(Standing.OPEN);
    var back = FakeMember.panel("panel-client-00002", "agent-1");
    here.broker.attendance().watch(back, "visitor-1", Optional.empty());
    var agent = FakeMember.agent("account-1", "agent-1");
    assertThat(here.broker.find(agent, id).connections().agent()).isEqualTo(Health.CONNECTED);

    here.pass(Duration.ofMinutes(1));
    assertThat(stored(id).endReason()).isEqualTo(EndReason.EXPIRED);
    assertThat(answers.look(code(id)).standing()).isEqualTo(Standing.EXPIRED);
  }

  @Test
  void fromItsExpiryOnALinkIsExpiredEvenBeforeTheSweepSaysSo() {
    var id = asked(Delivery.LINK);
    here.clock.now = here.clock.now.plusSeconds(900);

    assertThat(answers.look(code(id)).standing()).isEqualTo(Standing.EXPIRED);
    assertThat(refusal(() -> answers.accept(code(id), MINE, Language.EN, 0)))
        .isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  void aRequestThatWasTakenBackSaysSo() {
    var id = asked(Delivery.LINK);
    here.broker.act(here.panel, id, Occurrence.of(Trigger.AGENT_WITHDRAWS));

    assertThat(answers.look(code(id)).standing()).isEqualTo(Standing.WITHDRAWN);
  }

  @Test
  void anAccountThatMayNotShareAnyMoreGetsNoYes() {
    var id = asked(Delivery.LINK);
    here.store.eligible = false;

    assertThat(refusal(() -> answers.accept(code(id), MINE, Language.FR, 0)))
        .isEqualTo(ErrorCode.NOT_ELIGIBLE);
    here.broker.timekeeper().endIneligible();
    assertThat(answers.look(code(id)).standing()).isEqualTo(Standing.UNAVAILABLE);
  }

  @Test
  void aCodeThatWasNeverMadeIsUnknown() {
    assertThat(refusal(() -> answers.look("A".repeat(56)))).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(refusal(() -> answers.look(code("a-session-that-never-was"))))
        .isEqualTo(ErrorCode.NOT_FOUND);
  }
}
