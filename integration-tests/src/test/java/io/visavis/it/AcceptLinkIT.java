package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The link, from the host's request over REST to the popup that comes in with its ticket. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AcceptLinkIT {
  @ArquillianResource URL base;

  private JsonNode asked(Service service) {
    var body = "{\"visitorId\":\"%s\",\"delivery\":\"link\"}".formatted(Service.newVisitorId());
    var answer = service.post("/api/v1/share-requests", body, "Authorization", lumen());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Service.json(answer.body());
  }

  private static String code(JsonNode session) {
    var url = session.path("acceptUrl").asText();
    assertThat(url).contains("/accept/#k=");
    return url.substring(url.indexOf("#k=") + 3);
  }

  private static String lumen() {
    return "Bearer " + AgentToken.ofLumen();
  }

  private static HttpResponse<String> accept(Service service, String code, String attempt) {
    var shown = look(service, code).at("/policy/version").asInt();
    return service.post(
        "/api/v1/accept-links/accept",
        "{\"code\":\"%s\",\"attempt\":\"%s\",\"language\":\"fr\",\"policyVersion\":%s}"
            .formatted(code, attempt, shown));
  }

  private static JsonNode look(Service service, String code) {
    var body = "{\"code\":\"" + code + "\"}";
    return Service.json(service.post("/api/v1/accept-links/look-up", body).body());
  }

  @Test
  void theSessionShowsItsAddressWhileItWaits() {
    Service service = new Service(base);
    JsonNode session = asked(service);
    String path = "/api/v1/sessions/" + session.path("id").asText();

    JsonNode read = Service.json(service.get(path, "Authorization", lumen()).body());
    assertThat(read.path("acceptUrl")).isEqualTo(session.path("acceptUrl"));
    assertThat(read.path("acceptUrlExpiresAt").asText())
        .isEqualTo(session.path("deadline").path("at").asText());
    assertThat(look(service, code(session)).path("standing").asText()).isEqualTo("open");

    service.post(path + "/end", "{}", "Authorization", lumen());
    assertThat(service.get(path, "Authorization", lumen()).body()).doesNotContain("acceptUrl");
    assertThat(look(service, code(session)).path("standing").asText()).isEqualTo("withdrawn");
  }

  @Test
  void ofEightYesesAtOnceOneOpensThePopup() {
    Service service = new Service(base);
    JsonNode session = asked(service);
    String code = code(session);

    var sent = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    IntStream.range(0, 8)
        .forEach(
            n ->
                sent.add(
                    CompletableFuture.supplyAsync(
                        () -> accept(service, code, "attempt-of-page-" + n))));
    var answers = sent.stream().map(CompletableFuture::join).toList();

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 200)
        .allSatisfy(
            answer ->
                assertThat(Service.json(answer.body()).path("code").asText())
                    .isIn("already-answered", "wrong-state"));
    String ticket =
        answers.stream()
            .filter(answer -> answer.statusCode() == 200)
            .map(answer -> Service.json(answer.body()).path("ticket").asText())
            .findFirst()
            .orElseThrow();
    try (SignalingSocket popup = service.connect(Service.ORIGIN)) {
      JsonNode hello = popup.hello("popup", "ticket", ticket);
      assertThat(hello.path("result").path("sessionId")).isEqualTo(session.path("id"));
    }
    assertThat(look(service, code).path("standing").asText()).isEqualTo("used");
  }

  @Test
  void whatIsWrongInABodyIsNamed() {
    Service service = new Service(base);
    var wrong =
        List.of(
            List.of("look-up", "{}", "/code"),
            List.of("accept", "{\"code\":\"a\",\"language\":\"fr\"}", "/attempt"),
            List.of("decline", "{\"code\":\"a\",\"cause\":\"bored\"}", "/cause"));
    for (var each : wrong) {
      var answer = service.post("/api/v1/accept-links/" + each.get(0), each.get(1));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(Service.json(answer.body()).path("pointer").asText()).isEqualTo(each.get(2));
    }
    var post =
        service.post(
            "/api/v1/share-requests",
            "{\"visitorId\":\"somebody-1\",\"delivery\":\"post\"}",
            "Authorization",
            lumen());
    assertThat(Service.json(post.body()).path("pointer").asText()).isEqualTo("/delivery");
  }

  @Test
  void aCodeThatWasNeverMadeIsUnknownWhateverItLooksLike() {
    Service service = new Service(base);
    String made = code(asked(service));
    String forged = made.substring(0, made.length() - 4) + "AAAA";
    var known = service.post("/api/v1/accept-links/look-up", "{\"code\":\"" + forged + "\"}");
    var unknown = service.post("/api/v1/accept-links/look-up", "{\"code\":\"nothing\"}");

    assertThat(known.statusCode()).isEqualTo(404);
    assertThat(known.body()).isEqualTo(unknown.body());
  }

  @Test
  void fetchingThePageSpendsNothing() {
    Service service = new Service(base);
    JsonNode session = asked(service);
    for (int n = 0; n < 3; n++) {
      var page = service.get("/accept/");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }
    assertThat(service.get("/api/v1/accept-links/accept").statusCode()).isEqualTo(405);
    assertThat(look(service, code(session)).path("standing").asText()).isEqualTo("open");
  }
}
