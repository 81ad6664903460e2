package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A host's server reads its visitors and names their conversations. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class VisitorsIT {
  private static final String VISITORS = "/api/v1/visitors";

  @ArquillianResource URL base;

  private static String agent() {
    return "Bearer " + AgentToken.ofLumen();
  }

  private static String admin() {
    return "Bearer " + AgentToken.of(Company.LUMEN, claims -> claims.put("role", "admin"));
  }

  private HttpResponse<String> get(String path, String bearer) {
    return new Service(base).get(path, "Authorization", bearer);
  }

  private HttpResponse<String> converse(String visitor, String body) {
    var path = VISITORS + "/" + visitor + "/conversation";
    return new Service(base).put(path, body, "Authorization", agent());
  }

  @Test
  void aVisitorIsReadWithWhatGoesOn() {
    Service service = new Service(base);
    try (Share share = new Share(service).requested()) {
      JsonNode visitor = Service.json(get(VISITORS + "/" + share.visitorId, admin()).body());
      assertThat(visitor.path("online").asBoolean()).isTrue();
      assertThat(visitor.path("canShare").asBoolean()).isTrue();
      assertThat(visitor.path("openSessionId").asText()).isEqualTo(share.id);
      assertThat(visitor.path("requests").asInt()).isEqualTo(1);
      assertThat(visitor.path("shares").asInt()).isZero();
      assertThat(visitor.path("helpAskedAt").isNull()).isTrue();
    }
  }

  @Test
  void aConversationOfTheServerReachesPanelAndRequest() {
    Service service = new Service(base);
    try (Share share = new Share(service)) {
      var answer = converse(share.visitorId, "{\"conversationId\":\"n° 7/é\"}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode told = share.panel.next("visitor.state");
      while (told.path("conversationId").isMissingNode()) {
        told = share.panel.next("visitor.state");
      }
      assertThat(told.path("conversationId").asText()).isEqualTo("n° 7/é");
      share.requested();
      JsonNode session = Service.json(get("/api/v1/sessions/" + share.id, agent()).body());
      assertThat(session.path("conversationId").asText()).isEqualTo("n° 7/é");

      JsonNode none = Service.json(converse(share.visitorId, "{\"conversationId\":null}").body());
      assertThat(none.path("conversationId").isNull()).isTrue();
    }
  }

  @Test
  void anIdIsTheSameHoweverItIsEncoded() {
    Service service = new Service(base);
    String visitor = "it:a.b_c-" + Service.newVisitorId();
    String body = "{\"visitorId\":\"" + visitor + "\"}";
    service.post("/api/v1/share-requests", body, "Authorization", agent());

    for (String written : List.of(visitor, visitor.replace(":", "%3A"), everySign(visitor))) {
      var answer = get(VISITORS + "/" + written, agent());
      assertThat(answer.statusCode()).as(written).isEqualTo(200);
      assertThat(Service.json(answer.body()).path("visitorId").asText()).isEqualTo(visitor);
    }
  }

  @Test
  void whatCannotBeAnIdIsUnknownLikeAnyOther() {
    var unknown = get(VISITORS + "/" + Service.newVisitorId(), agent());
    assertThat(unknown.statusCode()).isEqualTo(404);
    for (String odd :
        List.of("x", "a%20b%20c%20d", "%C3%A9t%C3%A9-2026", "%F0%9F%99%82", "a;b=c")) {
      var answer = get(VISITORS + "/" + odd, agent());
      assertThat(answer.statusCode()).as(odd).isEqualTo(404);
      assertThat(answer.body()).as(odd).isEqualTo(unknown.body());
      assertThat(converse(odd, "{}").body()).as(odd).isEqualTo(unknown.body());
    }
    for (String hostile : List.of("..%2F..%2Faccount", "%00", "%ED%A0%80", "%zz", "a%2Fb")) {
      assertThat(rawStatus(hostile)).as(hostile).isBetween(400, 404);
    }
  }

  private int rawStatus(String odd) {
    try {
      return get(VISITORS + "/" + odd, agent()).statusCode();
    } catch (IllegalArgumentException notAnAddress) {
      return 400;
    }
  }

  private static String everySign(String id) {
    var encoded = new StringBuilder();
    id.chars().forEach(c -> encoded.append("%%%02X".formatted(c)));
    return encoded.toString();
  }

  @Test
  void pagesHoldEverybodyAndTheOnlineFirst() {
    Service service = new Service(base);
    try (Share here = new Share(service)) {
      String away = Service.newVisitorId();
      service.post(
          "/api/v1/share-requests", "{\"visitorId\":\"" + away + "\"}", "Authorization", agent());
      var ids = new ArrayList<String>();
      var online = new ArrayList<Boolean>();
      String next = "";
      do {
        JsonNode page = Service.json(get(VISITORS + "?limit=2" + next, agent()).body());
        page.path("items")
            .forEach(
                one -> {
                  ids.add(one.path("visitorId").asText());
                  online.add(one.path("online").asBoolean());
                });
        next = page.path("next").isNull() ? null : "&after=" + page.path("next").asText();
      } while (next != null);
      assertThat(ids).contains(here.visitorId, away).doesNotHaveDuplicates();
      assertThat(online.indexOf(false)).isGreaterThan(ids.indexOf(here.visitorId));
      assertThat(get(VISITORS + "?online=true&limit=100", agent()).body())
          .contains(here.visitorId)
          .doesNotContain(away);
    }
  }

  @Test
  void aTokenForOneVisitorSeesNoOther() {
    Service service = new Service(base);
    try (Share one = new Share(service);
        Share other = new Share(service)) {
      String narrowed =
          "Bearer " + AgentToken.of(Company.LUMEN, body -> body.put("visitor", one.visitorId));
      assertThat(get(VISITORS, narrowed).body()).contains(one.visitorId);
      assertThat(get(VISITORS, narrowed).body()).doesNotContain(other.visitorId);
      assertThat(get(VISITORS + "/" + other.visitorId, narrowed).body())
          .isEqualTo(get(VISITORS + "/" + Service.newVisitorId(), narrowed).body());
    }
  }

  @Test
  void noAccountListsTheVisitorsOfAnother() {
    Service service = new Service(base);
    try (Share share = new Share(service).requested()) {
      String brume = "Bearer " + AgentToken.ofBrume();
      for (String query : List.of("", "?online=true", "?limit=100")) {
        assertThat(get(VISITORS + query, brume).body()).doesNotContain(share.visitorId);
      }
      assertThat(get(VISITORS + "/" + share.visitorId, brume).body())
          .isEqualTo(get(VISITORS + "/" + Service.newVisitorId(), brume).body());
    }
  }

  @Test
  void whatIsWrongIsNamed() {
    for (String query : List.of("limit=0", "after=x", "online=false")) {
      var answer = get(VISITORS + "?" + query, agent());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(Service.json(answer.body()).path("parameter").asText())
          .isEqualTo(query.substring(0, query.indexOf('=')));
    }
    var answer = converse(Service.newVisitorId(), "{\"conversationId\":\"\"}");
    assertThat(Service.json(answer.body()).path("pointer").asText()).isEqualTo("/conversationId");
  }

  @Test
  void eligibilityIsToldToAgentsAndItsHistoryToAdmins() {
    JsonNode toAgent = Service.json(get("/api/v1/account/eligibility", agent()).body());
    assertThat(toAgent.path("eligible").asBoolean()).isTrue();
    assertThat(toAgent.path("reason").asText()).isEqualTo("eligible");
    assertThat(toAgent.at("/explanation/fr").asText()).isNotEmpty();
    assertThat(toAgent.has("history")).isFalse();
    JsonNode toAdmin = Service.json(get("/api/v1/account/eligibility", admin()).body());
    assertThat(toAdmin.path("history").isArray()).isTrue();
  }
}
