package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WebhooksIT {
  private static final String WEBHOOKS = "/api/v1/webhooks";

  @ArquillianResource URL base;
  private final List<String> added = new ArrayList<>();
  private final WebhookReceiver receiver = new WebhookReceiver();

  @AfterEach
  void leaveNothing() {
    added.forEach(id -> service().delete(WEBHOOKS + "/" + id, bearer(admin())));
    receiver.close();
  }

  @Test
  void wholeShareIsToldStepByStepAndSigned() {
    var endpoint = add("");
    try (Share share = new Share(service()).requested().accepted().live()) {
      share.panel.request("media.flowing", share.session());
      share.popup.request("share.pause", share.session());
      share.panel.untilState("paused");
      share.popup.request("share.resume", share.session());
      share.panel.untilState("live");
      share.popup.request("share.stop", share.session().put("cause", "stopped"));
      share.panel.untilState("ended");

      var types = new ArrayList<String>();
      JsonNode last = null;
      for (int i = 0; i < 6; i++) {
        var event = receiver.next();
        assertThat(event.signedWith(endpoint.path("secret").asText())).isTrue();
        assertThat(event.id()).startsWith("msg_");
        last = event.json();
        assertThat(last.path("data").path("sessionId").asText()).isEqualTo(share.id);
        assertThat(last.path("data").path("visitorId").asText()).isEqualTo(share.visitorId);
        types.add(last.path("type").asText());
      }
      assertThat(types)
          .containsExactly(
              "share.requested",
              "share.accepted",
              "share.live",
              "share.paused",
              "share.resumed",
              "share.ended");
      assertThat(last.path("data").path("reason").asText()).isEqualTo("visitor-stopped");
      assertThat(last.path("data").path("durations").path("liveMs").asLong()).isNotNegative();
    }
  }

  @Test
  void receiverThatFailsGetsTheSameEventAgainAndTheLogTellsOfBoth() {
    var endpoint = add("");
    receiver.answers(500);
    test(endpoint);

    var first = receiver.next();
    var second = receiver.next();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(first.json().path("type").asText()).isEqualTo("webhook.test");
    var logged = delivered(endpoint, 2);
    assertThat(logged.path("messageId").asText()).isEqualTo(first.id());
    assertThat(logged.path("body").asText()).isEqualTo(first.body());
    var again =
        service()
            .post(
                at(endpoint) + "/deliveries/" + logged.path("id").asText() + "/resend",
                "",
                bearer(admin()));
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(receiver.next().id()).isEqualTo(first.id());
  }

  @Test
  void rolledSecretSignsBesideTheOneBefore() {
    var endpoint = add("");
    var rolled = service().post(at(endpoint) + "/secret", "", bearer(admin()));
    assertThat(rolled.statusCode()).isEqualTo(200);
    test(endpoint);

    var event = receiver.next();

    assertThat(event.signedWith(endpoint.path("secret").asText())).isTrue();
    assertThat(event.signedWith(Service.json(rolled.body()).path("secret").asText())).isTrue();
    assertThat(event.signature().split(" ")).hasSize(2);
  }

  @Test
  void receiverThatIsGoneIsSwitchedOff() {
    var endpoint = add("");
    receiver.answers(410);
    test(endpoint);
    receiver.next();

    assertThat(until(endpoint, "gone")).isEqualTo("gone");
    assertThat(service().post(at(endpoint) + "/test", "", bearer(admin())).statusCode())
        .isEqualTo(409);
  }

  @Test
  void secretIsShownOnceAndNeverAgain() {
    var endpoint = add("");

    assertThat(endpoint.path("secret").asText()).startsWith("whsec_");
    assertThat(service().get(at(endpoint), bearer(admin())).body()).doesNotContain("whsec_");
    assertThat(service().get(WEBHOOKS, bearer(admin())).body()).doesNotContain("whsec_");
  }

  @Test
  void foreignEndpointIsAnsweredLikeOneThatNeverWas() {
    var endpoint = add("");
    var unknown = WEBHOOKS + "/whe_aaaaaaaaaaaaaaaaaaaaaaaa";
    for (var path : List.of("", "/deliveries")) {
      var foreign = service().get(at(endpoint) + path, bearer(adminOfBrume()));
      var never = service().get(unknown + path, bearer(adminOfBrume()));
      assertThat(foreign.statusCode()).isEqualTo(404);
      assertThat(foreign.body()).isEqualTo(never.body());
    }
    for (var path : List.of("/secret", "/test", "/deliveries/whd_x/resend")) {
      var foreign = service().post(at(endpoint) + path, "", bearer(adminOfBrume()));
      var never = service().post(unknown + path, "", bearer(adminOfBrume()));
      assertThat(foreign.statusCode()).isEqualTo(404);
      assertThat(foreign.body()).isEqualTo(never.body());
    }
    assertThat(service().delete(at(endpoint), bearer(adminOfBrume())).statusCode()).isEqualTo(404);
    assertThat(service().get(WEBHOOKS, bearer(adminOfBrume())).body())
        .doesNotContain(endpoint.path("id").asText());
  }

  @Test
  void agentsHaveNoPartInWebhooks() {
    assertThat(service().get(WEBHOOKS, bearer(AgentToken.ofLumen())).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"url\":\"\"}",
        "{\"url\":\"http://hooks.example.com/\"}",
        "{\"url\":\"https://169.254.169.254/\"}",
        "{\"url\":\"https://2130706433/\"}",
        "{\"url\":\"https://user:pass@hooks.example.com/\"}",
        "{\"url\":\"not an address\"}"
      })
  void addressThatMayNotBeReachedIsRefusedAtItsField(String body) {
    var refused = service().post(WEBHOOKS, body, bearer(admin()));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Service.json(refused.body()).path("pointer").asText()).isEqualTo("/url");
  }

  private JsonNode add(String more) {
    var body = "{\"url\":\"%s\"%s}".formatted(receiver.url(), more);
    var answer = service().post(WEBHOOKS, body, bearer(admin()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var endpoint = Service.json(answer.body());
    added.add(endpoint.path("id").asText());
    return endpoint;
  }

  private void test(JsonNode endpoint) {
    var answer = service().post(at(endpoint) + "/test", "", bearer(admin()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  /** The only delivery once it is delivered; its outcome is stored just after the answer. */
  private JsonNode delivered(JsonNode endpoint, int attempts) {
    var end = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < end) {
      var page = Service.json(service().get(at(endpoint) + "/deliveries", bearer(admin())).body());
      var only = page.path("items").get(0);
      if (only.path("status").asText().equals("delivered")) {
        assertThat(only.path("attempts").asInt()).isEqualTo(attempts);
        return only;
      }
    }
    throw new AssertionError("not delivered");
  }

  private String until(JsonNode endpoint, String status) {
    var end = System.nanoTime() + 10_000_000_000L;
    var now = "";
    while (System.nanoTime() < end && !now.equals(status)) {
      now =
          Service.json(service().get(at(endpoint), bearer(admin())).body()).path("status").asText();
    }
    return now;
  }

  private static String at(JsonNode endpoint) {
    return WEBHOOKS + "/" + endpoint.path("id").asText();
  }

  private Service service() {
    return new Service(base);
  }

  private static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  private static String admin() {
    return AgentToken.with(header -> {}, claims -> claims.put("role", "admin"));
  }

  private static String adminOfBrume() {
    return AgentToken.with(
        header -> header.put("kid", "demo-brume"),
        claims -> claims.put("iss", "pk_demo_brume").put("role", "admin"));
  }
}
