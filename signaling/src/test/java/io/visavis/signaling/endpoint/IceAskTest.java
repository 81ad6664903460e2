package io.visavis.signaling.endpoint;

import static io.visavis.signaling.endpoint.GatewayFixture.SERVICE;
import static io.visavis.signaling.endpoint.GatewayFixture.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.visavis.signaling.ice.IceServers;
import io.visavis.signaling.ice.Relay;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who gets a credential of the relay, and when. */
class IceAskTest {
  private static final String SECRET = "a secret that the relay knows as well";

  private final GatewayFixture here =
      new GatewayFixture(
          clock ->
              new IceServers(
                  List.of("stun:stun.example"),
                  Optional.of(
                      new Relay(
                          List.of("turn:turn.example"), SECRET, Duration.ofMinutes(10), clock))));
  private final FakeClient panel = here.panel();
  private final FakeClient page = here.page();

  @Test
  void aGreetingTellsOfNoRelay() {
    assertThat(String.join("", panel.heard.toString(), page.heard.toString()))
        .contains("stun:stun.example")
        .doesNotContain("turn:");
  }

  @Test
  void bothSidesOfAnAcceptedSessionGetACredentialOfTheirOwn() {
    var id = requested();
    var popup = popup(id);
    accept(id);

    var visitors = granted(popup, id);
    var agents = granted(panel, id);

    assertThat(visitors.path("expiresInMs").asLong()).isEqualTo(600_000);
    assertThat(visitors.path("iceServers").path(0).path("urls").path(0).asText())
        .isEqualTo("stun:stun.example");
    assertThat(turn(visitors).path("urls").path(0).asText()).isEqualTo("turn:turn.example");
    assertThat(turn(visitors).path("credential").asText()).hasSize(28);
    assertThat(turn(agents).path("username")).isNotEqualTo(turn(visitors).path("username"));
  }

  @Test
  void eachAskBringsAFreshOne() {
    var id = requested();
    var popup = popup(id);
    accept(id);
    var first = turn(granted(popup, id)).path("username").asText();
    here.pass(Duration.ofSeconds(5));

    assertThat(turn(granted(popup, id)).path("username").asText()).isGreaterThan(first);
  }

  @Test
  void nobodyGetsOneBeforeTheYesOrAfterTheEnd() {
    var id = requested();
    var popup = popup(id);

    assertThat(refused(popup, id)).isEqualTo("wrong-state");
    assertThat(refused(panel, id)).isEqualTo("wrong-state");
    accept(id);
    panel.ask("share.stop", "sessionId", id, "cause", "stopped");
    assertThat(refused(popup, id)).isEqualTo("wrong-state");
    assertThat(refused(panel, id)).isEqualTo("wrong-state");
  }

  @Test
  void whoTakesNoPartGetsNone() {
    var id = requested();
    popup(id);
    accept(id);
    var onlooker = here.panel();

    assertThat(refused(onlooker, id)).isEqualTo("not-found");
    assertThat(refused(page, id)).isEqualTo("forbidden");
    assertThat(refused(panel, "no-such-session-0123456789")).isEqualTo("not-found");
  }

  @Test
  void theDatabaseIsAskedNotTheMemory() {
    var id = requested();
    var popup = popup(id);
    accept(id);
    here.store.away = true;

    assertThat(refused(popup, id)).isEqualTo("internal");
  }

  @Test
  void anAccountThatMayNotShareAnyMoreGetsNone() {
    var id = requested();
    var popup = popup(id);
    accept(id);
    here.eligible = false;

    assertThat(refused(popup, id)).isEqualTo("not-eligible");
  }

  private String requested() {
    panel.ask("share.request", "visitorId", VISITOR);
    return panel.reply().path("result").path("sessionId").asText();
  }

  private FakeClient popup(String id) {
    page.ask("ticket.new", "sessionId", id);
    var popup = here.connect(SERVICE);
    var ticket = page.reply().path("result").path("ticket").asText();
    popup.hello("popup", "popup-0123456789", "ticket", ticket);
    return popup;
  }

  private void accept(String id) {
    page.ask("share.accept", "sessionId", id, "wording", "view.1", "language", "fr");
    assertThat(page.reply().path("type").asText()).isEqualTo("ok");
  }

  private static JsonNode granted(FakeClient client, String id) {
    client.ask("ice.ask", "sessionId", id);
    assertThat(client.reply().path("type").asText()).isEqualTo("ok");
    return client.reply().path("result");
  }

  private static String refused(FakeClient client, String id) {
    client.ask("ice.ask", "sessionId", id);
    return client.reply().path("code").asText();
  }

  private static JsonNode turn(JsonNode granted) {
    return granted.path("iceServers").path(1);
  }
}
