package io.visavis.signaling.endpoint;

import static io.visavis.signaling.endpoint.GatewayFixture.BACKOFFICE;
import static io.visavis.signaling.endpoint.GatewayFixture.SERVICE;
import static io.visavis.signaling.endpoint.GatewayFixture.SHOP;
import static io.visavis.signaling.endpoint.GatewayFixture.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.KeyAlgorithm;
import io.visavis.signaling.protocol.CloseCode;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationTest {
  private final GatewayFixture here = new GatewayFixture();
  private final FakeClient panel = here.panel();
  private final FakeClient page = here.page();

  @Test
  void replyComesBeforeTheStateItBringsAbout() {
    var id = requested();

    page.ask("share.accept", "sessionId", id, "wording", "view.1", "language", "fr");

    assertThat(page.types()).endsWith("ok", "session.state");
    assertThat(panel.types()).endsWith("ok", "session.state", "session.state");
  }

  @Test
  void whileARequestWaitsForTheDatabaseTheOtherSideStillGetsThrough() {
    var live = live();
    here.store.interference =
        () ->
            elsewhere(
                () ->
                    live.popup()
                        .ask("peer.offer", "sessionId", live.id(), "sdp", "while it waits"));

    panel.ask("share.stop", "sessionId", live.id(), "cause", "stopped");

    var tail = panel.types().subList(panel.types().size() - 3, panel.types().size());
    assertThat(tail).containsExactly("peer.offer", "ok", "session.state");
  }

  @Test
  void failedWatchIsRefusedAndTheConnectionStillHears() {
    here.store.away = true;
    panel.ask("visitor.watch", "visitorId", VISITOR);
    assertThat(panel.reply().path("code").asText()).isEqualTo("internal");
    here.store.away = false;

    panel.say("{\"type\":\"ping\"}");
    panel.ask("visitor.watch", "visitorId", VISITOR);

    assertThat(panel.types()).contains("pong");
    assertThat(panel.reply().path("type").asText()).isEqualTo("ok");
  }

  @Test
  void whatFailsInsideIsToldInOneWord() {
    var id = requested();
    here.store.broken.add(id);

    page.ask("share.accept", "sessionId", id, "wording", "view.1", "language", "fr");

    var reply = page.reply();
    assertThat(reply.path("code").asText()).isEqualTo("internal");
    assertThat(reply.path("retryable").asBoolean()).isTrue();
    assertThat(reply.path("detail").asText()).isEqualTo("the service failed; try again");
    assertThat(page.closedWith).isNull();
  }

  @Test
  void goodbyeCountsThoughTheSocketIsGone() {
    var live = live();
    here.workers.paused = true;
    live.popup().ask("share.stop", "sessionId", live.id(), "cause", "popup-closed");
    live.popup().hangUp();

    here.workers.goOn();

    assertThat(panel.session().path("endReason").asText()).isEqualTo("popup-closed");
  }

  @ParameterizedTest
  @CsvSource({
    "page, stopped, visitor-stopped",
    "page, capture-ended, visitor-stopped",
    "page, popup-closed, visitor-stopped",
    "page, agent-left, visitor-stopped",
    "popup, stopped, visitor-stopped",
    "popup, capture-ended, capture-ended",
    "popup, popup-closed, popup-closed",
    "popup, agent-left, visitor-stopped",
    "panel, stopped, agent-stopped",
    "panel, capture-ended, agent-stopped",
    "panel, popup-closed, agent-stopped",
    "panel, agent-left, agent-left"
  })
  void stopEndsTheShareForTheSendersOwnReason(String kind, String cause, String reason) {
    var live = live();
    var sender =
        switch (kind) {
          case "page" -> page;
          case "popup" -> live.popup();
          default -> panel;
        };

    sender.ask("share.stop", "sessionId", live.id(), "cause", cause);

    assertThat(sender.reply().path("type").asText()).isEqualTo("ok");
    assertThat(page.session().path("endReason").asText()).isEqualTo(reason);
    assertThat(panel.session().path("endReason").asText()).isEqualTo(reason);
  }

  @Test
  void panelsStopBeforeTheAnswerTakesTheRequestBack() {
    panel.ask("share.stop", "sessionId", requested(), "cause", "stopped");

    assertThat(page.session().path("endReason").asText()).isEqualTo("withdrawn");
  }

  @Test
  void declineOfABrowserThatCannotShareSaysSo() {
    page.ask("share.decline", "sessionId", requested(), "cause", "browser-unsupported");

    assertThat(panel.session().path("endReason").asText()).isEqualTo("declined");
    assertThat(panel.session().path("endDetail").asText()).isEqualTo("browser-unsupported");
  }

  @Test
  void lastNoticeTellsWhyNothingCameOfIt() {
    var live = live(false);
    live.popup().ask("visitor.notice", "sessionId", live.id(), "notice", "no-route");
    here.clock.now = here.clock.now.plusSeconds(30);
    here.broker.timekeeper().sweep();

    assertThat(panel.session().path("endReason").asText()).isEqualTo("no-media");
    assertThat(panel.session().path("endDetail").asText()).isEqualTo("no-route");
  }

  @Test
  void watchingAgainRepeatsNoOldOffer() {
    var live = live();
    panel.hangUp();
    live.popup().ask("peer.offer", "sessionId", live.id(), "sdp", "missed");
    var again = here.connect(BACKOFFICE);
    var hello = FakeClient.greeting("panel", panel.conversation.clientId());
    hello.put("token", here.agentToken(""));
    hello.putObject("resume").put("sessionId", live.id()).put("seq", 1);
    again.tell(hello);
    again.ask("visitor.watch", "visitorId", VISITOR);
    again.ask("visitor.watch", "visitorId", VISITOR);

    assertThat(again.types().stream().filter("peer.offer"::equals)).hasSize(1);
    assertThat(again.session().path("mine").asBoolean()).isTrue();
  }

  @Test
  void popupIsGivenTheNextTokenWhenItRenews() {
    var live = live();
    var first = live.popup().reply("1").path("result").path("token").asText();
    here.clock.now = here.clock.now.plusSeconds(1800);

    live.popup().ask("token.renew", "token", first);

    var result = live.popup().reply().path("result");
    assertThat(result.path("token").asText()).isNotEmpty().isNotEqualTo(first);
    assertThat(result.path("tokenExpiresAt").asText()).startsWith("2026-03-01T10:30:00");
  }

  @Test
  void tokenOfAnotherKeyOfTheAccountRenewsALongShare() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var now = here.clock.now;
    here.agentKeys.add(
        new AgentKey("next", "account-1", KeyAlgorithm.EDDSA, pair.getPublic().getEncoded()),
        "alix",
        now,
        9);
    here.agentKeys.revoke("account-1", "key-1", now, now);
    here.pass(Duration.ofMinutes(9));
    var token =
        here.agentToken().header().keyId("next").and().signWith(pair.getPrivate()).compact();

    panel.ask("token.renew", "token", token);

    assertThat(panel.reply().path("type").asText()).isEqualTo("ok");
    panel.ask("token.renew", "token", here.agentToken(""));
    assertThat(panel.reply().path("code").asText()).isEqualTo("token-invalid");
  }

  @Test
  void renewedTokenKeepsTheConnectionBeyondTheOld() {
    here.pass(Duration.ofMinutes(9).plusSeconds(1));
    assertThat(panel.last("token.expiring")).isPresent();
    panel.ask("token.renew", "token", here.agentToken(""));

    here.pass(Duration.ofMinutes(2));
    assertThat(panel.closedWith).isNull();

    here.pass(Duration.ofMinutes(7));
    assertThat(panel.types().stream().filter("token.expiring"::equals)).hasSize(2);
  }

  @Test
  void tokenThatIsNotRenewedClosesTheConnection() {
    here.pass(Duration.ofMinutes(9).plusSeconds(1));
    here.pass(Duration.ofSeconds(10));
    assertThat(panel.types().stream().filter("token.expiring"::equals)).hasSize(1);

    here.pass(Duration.ofMinutes(1));

    assertThat(panel.closedWith).isEqualTo(CloseCode.TOKEN_EXPIRED);
    assertThat(page.closedWith).isNull();
  }

  @Test
  void tokenOfSomebodyElseRenewsNothing() {
    page.ask(
        "token.renew",
        "token",
        here.serviceTokens.visitor("account-1", "visitor-2", false).token());

    assertThat(page.reply().path("code").asText()).isEqualTo("token-invalid");
    assertThat(page.closedWith).isNull();
  }

  @Test
  void tokenNarrowedToAnotherVisitorRenewsNothing() {
    panel.ask("token.renew", "token", here.agentToken("visitor-2"));

    assertThat(panel.reply().path("code").asText()).isEqualTo("forbidden");
  }

  @Test
  void narrowedTokenWatchesItsOneVisitorOnly() {
    var bound = here.connect(BACKOFFICE);
    bound.hello("panel", "client-0123456789", "token", here.agentToken(VISITOR));
    bound.ask("visitor.watch", "visitorId", "visitor-2");
    assertThat(bound.reply().path("code").asText()).isEqualTo("forbidden");

    bound.ask("visitor.watch", "visitorId", VISITOR);
    assertThat(bound.reply().path("type").asText()).isEqualTo("ok");
  }

  @Test
  void foreignAndUnknownSessionsAreRefusedAlike() {
    var id = requested();
    var stranger = here.connect(SHOP);
    var token = here.serviceTokens.visitor("account-1", "visitor-2", false).token();
    stranger.hello("page", "client-0123456789", "token", token);

    stranger.ask("share.stop", "sessionId", id, "cause", "stopped");
    var foreign = stranger.reply().toString().replaceFirst("\"id\":\"\\d+\"", "");
    stranger.ask("share.stop", "sessionId", "x".repeat(24), "cause", "stopped");
    var unknown = stranger.reply().toString().replaceFirst("\"id\":\"\\d+\"", "");

    assertThat(foreign).isEqualTo(unknown).contains("not-found");
  }

  /** Does that in a thread of its own and waits for it. */
  private static void elsewhere(Runnable work) {
    CompletableFuture.runAsync(work).join();
  }

  private String requested() {
    panel.ask("share.request", "visitorId", VISITOR);
    return panel.reply().path("result").path("sessionId").asText();
  }

  private record Live(String id, FakeClient popup) {}

  private Live live() {
    return live(true);
  }

  private Live live(boolean pictures) {
    var id = requested();
    page.ask("ticket.new", "sessionId", id);
    var popup = here.connect(SERVICE);
    var ticket = page.reply().path("result").path("ticket").asText();
    popup.hello("popup", "popup-0123456789", "ticket", ticket);
    page.ask("share.accept", "sessionId", id, "wording", "view.1", "language", "fr");
    popup.ask("capture.started", "sessionId", id, "surface", "window");
    panel.ask("share.activate", "sessionId", id);
    if (pictures) {
      panel.ask("media.flowing", "sessionId", id);
    }
    return new Live(id, popup);
  }
}
