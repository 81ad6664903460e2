package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.signaling.broker.Visitors.Place;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.ServerMessage.VisitorState;
import io.visavis.signaling.token.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Visitors as their account's host looks them up. The fixture's visitor-1 is connected. */
class VisitorsTest {
  private final BrokerFixture here = new BrokerFixture();
  private final Visitors visitors = here.broker.visitors();
  private final Principal.Agent agent = FakeMember.agent("account-1", "agent-1");
  private final Principal.Agent foreigner = FakeMember.agent("account-2", "agent-1");

  private void asked(String visitorId) {
    here.broker.request(agent, visitorId, Optional.empty(), Optional.empty());
  }

  private static Principal.Agent narrowed(String visitorId) {
    return new Principal.Agent(
        "account-1", "agent-1", "Agent", Principal.Role.AGENT, visitorId, Instant.MAX);
  }

  private static void assertUnknown(Runnable question) {
    assertThatThrownBy(question::run)
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  private Optional<String> told() {
    return here.panel.presence().flatMap(VisitorState::conversationId);
  }

  @Test
  void whoIsConnectedOrWasAskedIsKnownToTheAccountAlone() {
    asked("visitor-9");
    assertThat(visitors.find(agent, "visitor-1").online()).isTrue();
    assertThat(visitors.find(agent, "visitor-9").online()).isFalse();
    assertUnknown(() -> visitors.find(agent, "visitor-8"));
    assertUnknown(() -> visitors.find(foreigner, "visitor-1"));
    assertUnknown(() -> visitors.find(foreigner, "visitor-9"));
    assertUnknown(() -> visitors.find(narrowed("visitor-1"), "visitor-9"));
    assertUnknown(() -> visitors.converse(foreigner, "visitor-1", Optional.of("chat-1")));
  }

  @Test
  void whatIsKnownOfThemIsCounted() {
    here.live();
    var known = visitors.find(agent, "visitor-1");
    assertThat(known.canShare()).contains(true);
    assertThat(known.facts().openSessionId()).isNotNull();
    assertThat(known.facts().requests()).isEqualTo(1);
    assertThat(known.facts().shares()).isEqualTo(1);
    assertThat(visitors.find(agent, "visitor-1").facts().lastRequestedAt())
        .isEqualTo(here.clock.now);
  }

  @Test
  void nobodyKnowsWhetherAnAbsentVisitorCanShare() {
    here.requested();
    here.broker.attendance().disconnected(here.page);
    here.pass(Duration.ofSeconds(5));
    assertThat(visitors.find(agent, "visitor-1").canShare()).isEmpty();
  }

  @Test
  void theConnectedComeFirstAndNobodyTwice() {
    for (var id : List.of("visitor-0", "visitor-2", "visitor-1", "visitor-3")) {
      asked(id);
    }
    assertThat(pages(agent, false, 2))
        .containsExactly("visitor-1", "visitor-0", "visitor-2", "visitor-3");
    assertThat(pages(agent, false, 10))
        .containsExactly("visitor-1", "visitor-0", "visitor-2", "visitor-3");
    assertThat(pages(agent, true, 2)).containsExactly("visitor-1");
    assertThat(pages(narrowed("visitor-2"), false, 1)).containsExactly("visitor-2");
    assertThat(pages(narrowed("visitor-1"), false, 1)).containsExactly("visitor-1");
    assertThat(pages(foreigner, false, 2)).isEmpty();
  }

  private List<String> pages(Principal.Agent reader, boolean onlineOnly, int size) {
    var seen = new ArrayList<String>();
    var next = Optional.<Place>empty();
    do {
      var page = visitors.list(reader, next, onlineOnly, size);
      assertThat(page.views()).hasSizeLessThanOrEqualTo(size);
      page.views().forEach(view -> seen.add(view.visitorId()));
      next = page.next();
    } while (next.isPresent());
    return seen;
  }

  private void leaves(FakeMember page) {
    here.broker.attendance().disconnected(page);
    here.pass(Duration.ofSeconds(5));
  }

  @Test
  void whoLeavesWhileAPageIsMadeTakesNobodyAlong() {
    var second = FakeMember.pageOf("visitor-2", "page-client-000002");
    here.broker.attendance().visitorArrives(second, Optional.empty());
    asked("visitor-3");
    here.visitors.meanwhile = () -> leaves(here.page);
    assertThat(pages(agent, false, 2)).containsExactly("visitor-2", "visitor-3");
  }

  @Test
  void whoGoesOfflineAtTheEndOfAPageIsNoEndOfThoseWhoAreOnline() {
    var second = FakeMember.pageOf("visitor-2", "page-client-000002");
    here.broker.attendance().visitorArrives(second, Optional.empty());
    here.broker.helpline().ask(here.page);
    here.visitors.meanwhile = () -> leaves(here.page);
    assertThat(pages(agent, false, 1)).contains("visitor-2");
  }

  @Test
  void theConversationOfTheHostsServerStandsBeforeThePagesUntilItIsTakenBack() {
    here.broker.helpline().converse(here.page, Optional.of("page-chat"));
    visitors.converse(agent, "visitor-1", Optional.of("server-chat"));
    assertThat(told()).contains("server-chat");
    here.broker.helpline().converse(here.page, Optional.of("page-chat-2"));
    assertThat(told()).contains("server-chat");
    assertThat(visitors.find(agent, "visitor-1").conversationId()).contains("server-chat");

    visitors.converse(agent, "visitor-1", Optional.empty());
    assertThat(told()).contains("page-chat-2");
  }

  @Test
  void itGoesWithRequestsAndCallsAlsoAfterARestart() {
    visitors.converse(agent, "visitor-1", Optional.of("server-chat"));
    here.broker.helpline().ask(here.page);
    assertThat(here.website.calls).allMatch(call -> "server-chat".equals(call.conversationId()));

    var restarted = here.startedBroker();
    var session = restarted.request(agent, "visitor-1", Optional.empty(), Optional.empty());
    assertThat(session.conversationId()).contains("server-chat");
  }

  @Test
  void aPanelThatBeginsToWatchTakesNoNewerWordBack() {
    visitors.converse(agent, "visitor-1", Optional.of("server-chat"));
    var later = FakeMember.panel("panel-client-00002", "agent-2");
    here.visitors.meanwhile =
        () -> visitors.converse(agent, "visitor-1", Optional.of("server-chat-2"));
    here.broker.attendance().watch(later, "visitor-1", Optional.empty());
    assertThat(later.presence().flatMap(VisitorState::conversationId)).contains("server-chat-2");
    assertThat(told()).contains("server-chat-2");
  }

  @Test
  void ofTwoWordsAtOncePanelsShowTheOneThatIsKept() {
    here.visitors.afterNaming =
        () -> visitors.converse(agent, "visitor-1", Optional.of("server-chat-2"));
    visitors.converse(agent, "visitor-1", Optional.of("server-chat"));
    assertThat(told()).contains("server-chat-2");
  }

  @Test
  void aPanelThatComesLaterIsToldOfIt() {
    visitors.converse(agent, "visitor-1", Optional.of("server-chat"));
    var restarted = here.startedBroker();
    var later = FakeMember.panel("panel-client-00002", "agent-2");
    restarted.attendance().watch(later, "visitor-1", Optional.empty());
    assertThat(later.presence().flatMap(VisitorState::conversationId)).contains("server-chat");
  }
}
