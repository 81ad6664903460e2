package io.visavis.signaling.endpoint;

import static io.visavis.signaling.endpoint.GatewayFixture.BACKOFFICE;
import static io.visavis.signaling.endpoint.GatewayFixture.SERVICE;
import static io.visavis.signaling.endpoint.GatewayFixture.SHOP;
import static io.visavis.signaling.endpoint.GatewayFixture.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.visavis.signaling.MemoryPolicies;
import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.protocol.SurfaceLimit;
import io.visavis.signaling.token.RandomIds;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelloTest {
  private static final String CLIENT = "client-0123456789";
  private final GatewayFixture here = new GatewayFixture();

  @Test
  void serverSpeaksFirst() {
    var client = here.connect(SHOP);

    assertThat(client.types()).containsExactly("server.ready");
    assertThat(client.heard.get(0).path("helloWithinMs").asInt()).isEqualTo(10_000);
  }

  @Test
  void pageIsWelcomedAsItsVisitor() {
    var page = here.page();

    var result = page.reply().path("result");
    assertThat(result.path("role").asText()).isEqualTo("visitor");
    assertThat(result.path("visitorId").asText()).isEqualTo(VISITOR);
    assertThat(result.path("account").path("name").asText()).isEqualTo("Maison Lumen");
    assertThat(result.path("eligible").asBoolean()).isTrue();
    assertThat(result.has("token")).isFalse();
  }

  @Test
  void visitorsAreToldWhatConcernsThemOfThePolicy() {
    here.policyStore.decide(MemoryPolicies.with(SurfaceLimit.TAB, true));
    var policy = here.page().reply().path("result").path("account").path("policy");

    assertThat(policy.path("surface").asText()).isEqualTo("tab");
    assertThat(policy.path("relayOnly").asBoolean()).isTrue();
    assertThat(policy.path("languages").toString()).isEqualTo("[\"fr\",\"en\"]");
    assertThat(policy.path("message").has("fr")).isTrue();
    assertThat(policy.has("logoUrl") || policy.has("privacyUrl")).isFalse();
    assertThat(policy.has("mayRequest") || policy.has("agents")).isFalse();
  }

  @Test
  void agentsAreToldWhetherTheyMayAsk() {
    here.policyStore.decide(MemoryPolicies.listed("agent-1"));
    assertThat(toldToPanel().path("mayRequest").asBoolean()).isTrue();
    here.policyStore.decide(MemoryPolicies.listed("agent-2"));
    assertThat(toldToPanel().path("mayRequest").asBoolean(true)).isFalse();
    assertThat(toldToPanel().has("message") || toldToPanel().has("agents")).isFalse();
  }

  private JsonNode toldToPanel() {
    var panel = here.connect(BACKOFFICE);
    panel.hello("panel", RandomIds.id(), "token", here.agentToken(""));
    return panel.reply().path("result").path("account").path("policy");
  }

  @Test
  void panelIsWelcomedAsAnAgentAndToldNothingBeforeItWatches() {
    var panel = here.connect(BACKOFFICE);
    panel.hello("panel", CLIENT, "token", here.agentToken(""));

    assertThat(panel.reply().path("result").path("role").asText()).isEqualTo("agent");
    assertThat(panel.types()).containsExactly("server.ready", "ok");
  }

  @Test
  void popupGetsATokenForItsTicketAndComesBackWithIt() {
    var session = requestedSession();
    var popup = here.popup(session.ticket());
    var token = popup.reply().path("result").path("token").asText();
    assertThat(popup.reply().path("result").path("sessionId").asText()).isEqualTo(session.id());

    var again = here.connect(SERVICE);
    again.hello("popup", CLIENT, "token", token);

    assertThat(again.reply().path("type").asText()).isEqualTo("ok");
  }

  @Test
  void ticketIsGoodOnce() {
    var session = requestedSession();
    here.popup(session.ticket());

    var second = here.popup(session.ticket());

    assertRefused(second, "ticket-invalid", CloseCode.REFUSED);
  }

  @Test
  void ticketIsGoodForAMinute() {
    var session = requestedSession();
    here.clock.now = here.clock.now.plusSeconds(60);

    assertRefused(here.popup(session.ticket()), "ticket-invalid", CloseCode.REFUSED);
  }

  @Test
  void ticketOfAnEndedSessionIsRefusedAndLeavesNoTrace() {
    var session = requestedSession();
    session.page().ask("share.stop", "sessionId", session.id(), "cause", "stopped");

    var popup = here.popup(session.ticket());

    assertRefused(popup, "ticket-invalid", CloseCode.REFUSED);
    session.page().hangUp();
    here.broker.timekeeper().sweep();
    here.clock.now = here.clock.now.plusSeconds(5);
    here.broker.timekeeper().sweep();
    assertThat(session.panel().last("visitor.state").orElseThrow().path("online").asBoolean())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"page, popup", "page, panel", "popup, page", "popup, panel", "panel, page"})
  void tokenOfAnotherKindIsRefused(String kind, String tokensKind) {
    var token =
        switch (tokensKind) {
          case "page" -> here.visitorToken();
          case "popup" -> here.popupToken();
          default -> here.agentToken("");
        };
    var origin =
        switch (kind) {
          case "page" -> SHOP;
          case "popup" -> SERVICE;
          default -> BACKOFFICE;
        };

    var client = here.connect(origin);
    client.hello(kind, CLIENT, "token", token);

    assertRefused(client, "token-invalid", CloseCode.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://shop.example.evil.example",
        "https://evil-shop.example",
        "https://shop.example:8443",
        "http://shop.example",
        "https://SHOP.example",
        "https://shop.example/",
        "null",
        BACKOFFICE,
        SERVICE
      })
  void pageOfAnotherOriginIsRefused(String origin) {
    var page = here.connect(origin);
    page.hello("page", CLIENT, "token", here.visitorToken());

    assertRefused(page, "forbidden", CloseCode.REFUSED);
  }

  @Test
  void missingOriginIsRefused() {
    var page = here.connect(null);
    page.hello("page", CLIENT, "token", here.visitorToken());

    assertRefused(page, "forbidden", CloseCode.REFUSED);
  }

  @Test
  void popupComesFromTheServiceAlone() {
    var popup = here.connect(SHOP);
    popup.hello("popup", CLIENT, "ticket", requestedSession().ticket());

    assertRefused(popup, "forbidden", CloseCode.REFUSED);
  }

  @Test
  void expiredTokenIsNamedSo() {
    var token = here.visitorToken();
    here.clock.now = here.clock.now.plus(Duration.ofHours(2));
    var page = here.connect(SHOP);
    page.hello("page", CLIENT, "token", token);

    assertRefused(page, "token-expired", CloseCode.TOKEN_EXPIRED);
  }

  @Test
  void unknownVersionIsRefusedBeforeTheTicketIsSpent() {
    var session = requestedSession();
    var popup = here.connect(SERVICE);
    var hello = FakeClient.greeting("popup", CLIENT).put("ticket", session.ticket());
    hello.putArray("versions").add(2);
    popup.tell(hello);

    assertRefused(popup, "version-unsupported", CloseCode.REFUSED);
    assertThat(here.popup(session.ticket()).closedWith).isNull();
  }

  @Test
  void secondHelloIsABadMessageAndHarmsNothing() {
    var page = here.page();
    page.hello("page", CLIENT, "token", here.visitorToken());

    assertThat(page.reply().path("code").asText()).isEqualTo("bad-message");
    assertThat(page.closedWith).isNull();
  }

  @Test
  void nothingButPingIsHeardBeforeHello() {
    var early = here.connect(SHOP);
    early.say("{\"type\":\"ping\"}");
    assertThat(early.types()).containsExactly("server.ready", "pong");

    early.ask("share.stop", "sessionId", "s".repeat(24), "cause", "stopped");

    assertRefused(early, "not-authenticated", CloseCode.REFUSED);
  }

  @Test
  void peerMessageBeforeHelloIsRefused() {
    var early = here.connect(SERVICE);
    early.ask("peer.offer", "sessionId", "s".repeat(24), "sdp", "v=0");

    assertRefused(early, "not-authenticated", CloseCode.REFUSED);
  }

  @Test
  void replyToHelloComesBeforeAllItBringsAbout() {
    requestedSession();

    var page = here.page();

    assertThat(page.types()).containsExactly("server.ready", "ok", "session.state");
  }

  @Test
  void failureInsideIsOneWordAndAClose() {
    here.store.away = true;
    var page = here.page();

    assertRefused(page, "internal", CloseCode.INTERNAL);
    assertThat(page.heard.toString()).doesNotContain("database").doesNotContain("Exception");
    assertThat(here.gateway.people()).isZero();
  }

  private static void assertRefused(FakeClient client, String code, CloseCode close) {
    assertThat(client.reply().path("code").asText()).isEqualTo(code);
    assertThat(client.closedWith).isEqualTo(close);
  }

  private record Requested(String id, String ticket, FakeClient page, FakeClient panel) {}

  private Requested requestedSession() {
    var panel = here.panel();
    var page = here.page();
    panel.ask("share.request", "visitorId", VISITOR);
    var id = panel.reply().path("result").path("sessionId").asText();
    page.ask("ticket.new", "sessionId", id);
    return new Requested(id, page.reply().path("result").path("ticket").asText(), page, panel);
  }
}
