package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HostileClientIT {

  /** More than kernel, server and the queue of one connection hold, within the rate limit. */
  private static final int FLOOD = 115;

  /** Three bytes each: just within the limit of a message. */
  private static final String LARGEST_SDP = "€".repeat(21_000);

  @ArquillianResource URL base;

  @Test
  void connectionWithoutHelloIsClosed() {
    try (SignalingSocket mute = new Service(base).connect(Service.SHOP_ORIGIN)) {
      assertThat(mute.closeCode()).isEqualTo(4010);
    }
  }

  @Test
  void oversizedMessageClosesItsConnectionOnly() {
    Service service = new Service(base);
    try (Share share = new Share(service).requested();
        SignalingSocket giant = service.connect(Service.SHOP_ORIGIN)) {
      giant.sendText("{\"type\":\"" + "x".repeat(200_000) + "\"}");
      assertThat(giant.closeCode()).isEqualTo(1009);
      share.accepted();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "null",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"visitor.watch\",\"type\":\"ping\"}",
        "{\"type\":\"share.stop\",\"id\":\"x\"}",
        "{\"type\":\"visitor.watch\",\"id\":\"x\",\"visitorId\":\"../../../etc\"}",
        "{\"type\":\"share.request\",\"id\":\"x\",\"visitorId\":{\"$ne\":1}}",
        "{\"type\":\"ping\"} trailing"
      })
  void malformedMessageGetsAnErrorAndTheConnectionGoesOn(String text) {
    try (Share share = new Share(new Service(base))) {
      share.panel.sendText(text);
      assertThat(share.panel.next("error").path("code").asText()).isEqualTo("bad-message");
      share.requested();
    }
  }

  @Test
  void oneWhoNeverReadsIsCutOffAndHoldsUpNobody() {
    Service service = new Service(base);
    try (Share share = new Share(service).requested().accepted().live();
        Share other = new Share(service).requested()) {
      share.panel.stopReading();
      for (int i = 0; i < FLOOD; i++) {
        share.popup.send(share.session().put("type", "peer.offer").put("sdp", LARGEST_SDP));
        if (i % 20 == 0) {
          other.panel.request("visitor.watch", Share.fields().put("visitorId", other.visitorId));
        }
      }
      share.popup.next(
          message -> message.at("/session/agentConnection").asText().equals("reconnecting"));
      other.accepted().live();
    }
  }

  @Test
  void unknownMessageTypeIsNamedAsSuch() {
    try (Share share = new Share(new Service(base))) {
      share.panel.sendText("{\"type\":\"coffee.brew\",\"id\":\"c1\"}");
      assertThat(share.panel.next("error").path("code").asText()).isEqualTo("unknown-type");
    }
  }

  @Test
  void depthOfAMessageIsBounded() {
    try (Share share = new Share(new Service(base))) {
      share.panel.sendText("{\"type\":\"ping\",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
      assertThat(share.panel.next("error").path("code").asText()).isEqualTo("bad-message");
      share.requested();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "http://localhost.evil.example:8080",
        "http://evil.localhost:8080",
        "https://shop.localhost:8080",
        "http://shop.localhost:8081"
      })
  void pageOfAForeignOriginIsNotLetInWithAValidToken(String origin) {
    Service service = new Service(base);
    String token = service.visitorToken(Service.newVisitorId());
    try (SignalingSocket socket = service.connect(origin)) {
      JsonNode answer = socket.hello("page", "token", token);
      assertThat(answer.path("type").asText()).isEqualTo("error");
      assertThat(answer.path("code").asText()).isEqualTo("forbidden");
      assertThat(socket.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void visitorTokenIsNotForForeignOrigins() {
    var answer =
        new Service(base)
            .post(
                "/api/v1/visitor-tokens",
                "{\"siteKey\":\"pk_demo_lumen\",\"visitorId\":\"it-visitor-1\"}",
                "Origin",
                "https://evil.example");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void agentTokensThatAreNotQuiteRightAreRefusedAlike() {
    Service service = new Service(base);
    String[] tokens = {
      "",
      "a.b.c",
      AgentToken.with(header -> header.put("typ", "JWT"), claims -> {}),
      AgentToken.with(header -> header.put("kid", "unknown"), claims -> {}),
      AgentToken.with(header -> header.put("kid", "demo-brume"), claims -> {}),
      AgentToken.with(header -> {}, claims -> claims.put("iss", "pk_demo_brume")),
      AgentToken.with(header -> {}, claims -> claims.put("aud", "elsewhere")),
      AgentToken.with(header -> {}, claims -> claims.remove("exp")),
      AgentToken.with(header -> {}, claims -> claims.put("exp", 4_000_000_000L)),
      AgentToken.with(header -> {}, claims -> claims.put("exp", 1_000_000_000L)),
      AgentToken.with(header -> {}, claims -> claims.put("role", "operator")),
      AgentToken.with(header -> header.put("alg", "none"), claims -> {}),
    };
    for (String token : tokens) {
      var answer = service.get("/api/v1/account", "Authorization", "Bearer " + token);
      assertThat(answer.statusCode()).as(token).isEqualTo(401);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
  }

  @Test
  void visitorCannotDoWhatAgentsDo() {
    try (Share share = new Share(new Service(base))) {
      var refused =
          share.page.request("share.request", Share.fields().put("visitorId", share.visitorId));
      assertThat(refused.path("code").asText()).isEqualTo("forbidden");
    }
  }
}
