package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SharingOverTheWireIT {

  @ArquillianResource URL base;

  @Test
  void shareRunsFromRequestToStopAndIsRemembered() {
    try (Share share = new Share(new Service(base)).requested().accepted().live()) {
      assertThat(share.panel.request("media.flowing", share.session()).path("type").asText())
          .isEqualTo("ok");
      share.popup.request("share.stop", share.session().put("cause", "stopped"));
      JsonNode ended = share.panel.untilState("ended");
      assertThat(ended.path("endReason").asText()).isEqualTo("visitor-stopped");
      assertThat(ended.path("durationMs").asLong()).isNotNegative();
      JsonNode kept = Service.json(history(share));
      assertThat(kept.path("items")).hasSize(1);
      assertThat(kept.path("items").get(0).path("endReason").asText()).isEqualTo("visitor-stopped");
    }
  }

  @Test
  void offersAndAnswersReachTheOtherRoleOfTheSameSession() {
    try (Share share = new Share(new Service(base)).requested().accepted()) {
      share.popup.send(share.session().put("type", "peer.offer").put("sdp", "v=0 offer"));
      assertThat(share.panel.next("peer.offer").path("sdp").asText()).isEqualTo("v=0 offer");
      share.panel.send(share.session().put("type", "peer.answer").put("sdp", "v=0 answer"));
      assertThat(share.popup.next("peer.answer").path("sdp").asText()).isEqualTo("v=0 answer");
    }
  }

  @Test
  void declinedRequestEndsForBothSides() {
    try (Share share = new Share(new Service(base)).requested()) {
      share.page.request("share.decline", share.session().put("cause", "refused"));
      assertThat(share.panel.untilState("ended").path("endReason").asText()).isEqualTo("declined");
    }
  }

  @Test
  void withdrawnRequestEndsForTheVisitor() {
    try (Share share = new Share(new Service(base)).requested()) {
      share.panel.request("share.withdraw", share.session());
      assertThat(share.page.untilState("ended").path("endReason").asText()).isEqualTo("withdrawn");
    }
  }

  @Test
  void ticketOpensOnePopupOnly() {
    try (Share share = new Share(new Service(base)).requested()) {
      String ticket = share.newTicket();
      try (SignalingSocket first = share.service.connect(Service.ORIGIN);
          SignalingSocket second = share.service.connect(Service.ORIGIN)) {
        assertThat(first.hello("popup", "ticket", ticket).path("type").asText()).isEqualTo("ok");
        JsonNode refused = second.hello("popup", "ticket", ticket);
        assertThat(refused.path("code").asText()).isEqualTo("ticket-invalid");
      }
    }
  }

  @Test
  void secondRequestWhileOneIsOpenIsRefused() {
    try (Share share = new Share(new Service(base)).requested()) {
      JsonNode again =
          share.panel.request("share.request", Share.fields().put("visitorId", share.visitorId));
      assertThat(again.path("type").asText()).isEqualTo("error");
      assertThat(again.path("code").asText()).isEqualTo("request-open");
    }
  }

  @Test
  void agentOfAnAccountThatIsNotEligibleIsToldSo() {
    Service service = new Service(base);
    try (SignalingSocket panel = service.connect(Service.ORIGIN)) {
      JsonNode hello = panel.hello("panel", "token", AgentToken.ofBrume());
      assertThat(hello.path("result").path("eligible").asBoolean(true)).isFalse();
      JsonNode refused =
          panel.request("share.request", Share.fields().put("visitorId", Service.newVisitorId()));
      assertThat(refused.path("code").asText()).isEqualTo("not-eligible");
    }
  }

  @Test
  void foreignSessionAndUnknownSessionGiveTheSameAnswer() {
    try (Share share = new Share(new Service(base)).requested()) {
      String unknown = share.id.substring(0, share.id.length() - 4) + "AAAA";
      var foreign = share.service.get("/api/v1/sessions/" + share.id, "Authorization", bearer());
      var missing = share.service.get("/api/v1/sessions/" + unknown, "Authorization", bearer());
      assertThat(foreign.statusCode()).isEqualTo(404);
      assertThat(foreign.body()).isEqualTo(missing.body());
    }
  }

  private static String bearer() {
    return "Bearer " + AgentToken.ofBrume();
  }

  private static String history(Share share) {
    return share
        .service
        .get(
            "/api/v1/sessions?visitorId=" + share.visitorId,
            "Authorization",
            "Bearer " + AgentToken.ofLumen())
        .body();
  }
}
