package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The account's policy, as its admin sets it over REST and as others are told of it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PolicyIT {
  private static final String POLICY = "/api/v1/account/policy";

  @ArquillianResource URL base;

  @AfterEach
  void nothingIsDecidedForTheNext() {
    decide(
        policy -> {
          policy.put("requestsFrom", "every-agent").put("surface", "any").put("relayOnly", false);
          policy.put("visitorsMayAsk", false).put("signedVisitorsOnly", false);
          policy.putArray("agents");
          policy.putArray("languages").add("fr").add("en");
          policy.putNull("message").putNull("privacyUrl").putNull("logo");
          policy.putNull("retentionDays");
        });
  }

  private static String admin() {
    return "Bearer " + AgentToken.of(Company.LUMEN, claims -> claims.put("role", "admin"));
  }

  private static String agent() {
    return "Bearer " + AgentToken.ofLumen();
  }

  private ObjectNode read() {
    return (ObjectNode)
        Service.json(new Service(base).get(POLICY, "Authorization", agent()).body());
  }

  private HttpResponse<String> put(JsonNode policy) {
    return new Service(base).put(POLICY, policy.toString(), "Authorization", admin());
  }

  private JsonNode decide(Consumer<ObjectNode> change) {
    var policy = read();
    change.accept(policy);
    var answer = put(policy);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Service.json(answer.body());
  }

  @Test
  void whatTheAdminDecidesStandsWithNameAndTimeAsTheNextVersion() {
    var before = read().path("version").asInt();
    var decided =
        decide(
            policy -> {
              policy.put("requestsFrom", "listed-agents").put("surface", "tab");
              policy.put("visitorsMayAsk", true).put("retentionDays", 30);
              policy.putArray("agents").add("camille").add("noor");
              policy.putArray("languages").add("en");
              policy.putObject("message").put("fr", "« Jamais de mot de passe. »");
              policy.putObject("privacyUrl").put("en", "https://lumen.example/privacy");
            });
    assertThat(decided.path("version").asInt()).isEqualTo(before + 1);
    assertThat(decided.path("decidedBy").asText()).isNotEmpty();
    assertThat(decided.path("decidedAt").asText()).endsWith("Z");
    assertThat(decided.path("message").path("fr").asText())
        .isEqualTo("« Jamais de mot de passe. »");
    assertThat(decided.path("message").path("en").isNull()).isTrue();
    assertThat(decided.path("defaultRetentionDays").asInt()).isPositive();
    assertThat(read()).isEqualTo(decided);
  }

  @Test
  void aDecisionOnAnOlderVersionIsRefused() {
    var older = read();
    decide(policy -> policy.put("surface", "window"));
    var late = put(older);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(Service.json(late.body()).path("code").asText()).isEqualTo("policy-changed");
    assertThat(read().path("surface").asText()).isEqualTo("window");
  }

  @Test
  void whatStandsAlreadyAddsNoVersion() {
    var standing = decide(policy -> policy.put("surface", "window"));
    assertThat(Service.json(put(standing).body())).isEqualTo(standing);
    var late = ((ObjectNode) standing.deepCopy()).put("version", 0);
    assertThat(Service.json(put(late).body())).isEqualTo(standing);
    assertThat(read()).isEqualTo(standing);
  }

  @Test
  void anAccountDecidesSoOftenInAnHourAndIsToldWhenItMayAgain() {
    var company = new OwnCompany(new Service(base));
    for (int version = 0; version < 60; version++) {
      assertThat(putKept(company, version).statusCode()).isEqualTo(200);
    }
    var refused = putKept(company, 60);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Service.json(refused.body()).path("code").asText()).isEqualTo("limit-reached");
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
        .isBetween(1L, 3600L);
  }

  private HttpResponse<String> putKept(OwnCompany company, int version) {
    var policy = read().put("version", version).put("retentionDays", version + 1);
    return new Service(base).put(POLICY, policy.toString(), "Authorization", company.admin());
  }

  @Test
  void asManyAgentsAsAllowedAreTakenInAnyScript() {
    var decided =
        decide(
            policy -> {
              var agents = policy.put("requestsFrom", "listed-agents").putArray("agents");
              IntStream.range(100, 600).forEach(i -> agents.add("永".repeat(125) + i));
            });
    assertThat(decided.path("agents")).hasSize(500);
    assertThat(read()).isEqualTo(decided);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedInItsOwnWord() {
    var refused = put(read().put("logo", "x".repeat(524_288)));
    assertThat(refused.statusCode()).isEqualTo(413);
    var problem = Service.json(refused.body());
    assertThat(problem.path("code").asText()).isEqualTo("message-too-large");
    assertThat(problem.path("detail").asText()).contains("524288");
  }

  @Test
  void aServiceWithoutRelayBindsNothingToOne() {
    var policy = read();
    assertThat(policy.path("relayAvailable").asBoolean()).isFalse();
    var refused = put(policy.put("relayOnly", true));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Service.json(refused.body()).path("code").asText()).isEqualTo("no-relay");
  }

  /** A body that is wrong in one place, and the place. */
  private record Wrong(String pointer, Consumer<ObjectNode> how) {}

  private static Wrong missing(String field) {
    return new Wrong("/" + field, policy -> policy.remove(field));
  }

  private static Wrong text(String pointer, String value) {
    var path = pointer.substring(1).split("/");
    return new Wrong(
        pointer,
        path.length == 1
            ? policy -> policy.put(path[0], value)
            : policy -> policy.putObject(path[0]).put(path[1], value));
  }

  private static Wrong list(String pointer, String... items) {
    var field = pointer.split("/")[1];
    return new Wrong(
        pointer,
        policy -> {
          if (field.equals("agents")) {
            policy.put("requestsFrom", "listed-agents");
          }
          var array = policy.putArray(field);
          Arrays.stream(items).forEach(array::add);
        });
  }

  private static List<Wrong> wrongs() {
    return List.of(
        missing("version"),
        missing("requestsFrom"),
        missing("agents"),
        missing("signedVisitorsOnly"),
        missing("visitorsMayAsk"),
        missing("surface"),
        missing("relayOnly"),
        missing("languages"),
        new Wrong("/version", policy -> policy.put("version", -1)),
        new Wrong("/version", policy -> policy.put("version", "1")),
        new Wrong("/relayOnly", policy -> policy.put("relayOnly", "true")),
        text("/requestsFrom", "nobody"),
        text("/surface", "monitor"),
        list("/agents"),
        list("/agents/1", "camille", ""),
        list("/agents/1", "camille", "camille"),
        list("/agents/0", "two\nlines"),
        list("/agents/0", "x".repeat(129)),
        list("/agents", "x ".repeat(501).split("(?<= )")),
        text("/message/fr", ""),
        text("/message/fr", "x".repeat(281)),
        text("/message/en", "two\nlines"),
        text("/message/en", "turned \u202e round"),
        new Wrong("/message/de", policy -> policy.putObject("message").put("de", "Hallo")),
        text("/logo", "nothing"),
        text("/logo", "0".repeat(64)),
        list("/languages"),
        list("/languages/0", "de"),
        list("/languages/1", "fr", "fr"),
        text("/privacyUrl/fr", "http://lumen.example/privacy"),
        text("/privacyUrl/fr", "javascript:alert(1)"),
        text("/privacyUrl/en", "https://lumen.example@evil.example/"),
        text("/privacyUrl/en", "https://lumen.example/" + "x".repeat(2000)),
        new Wrong("/retentionDays", policy -> policy.put("retentionDays", 0)),
        new Wrong("/retentionDays", policy -> policy.put("retentionDays", 3651)),
        new Wrong("/surprise", policy -> policy.put("surprise", 1)));
  }

  @Test
  void whatIsWrongInAPolicyIsNamed() {
    var before = read();
    for (var wrong : wrongs()) {
      var policy = before.deepCopy();
      wrong.how().accept(policy);
      var answer = put(policy);
      assertThat(answer.statusCode()).as(wrong.pointer() + answer.body()).isEqualTo(400);
      assertThat(Service.json(answer.body()).path("pointer").asText()).isEqualTo(wrong.pointer());
    }
    assertThat(read()).isEqualTo(before);
  }

  @Test
  void aLogoIsCheckedByItsBytesAndServedToEverybodyForGood() {
    var service = new Service(base);
    var answer =
        service.call(
            "PUT", POLICY + "/logo", "image/png", SamplePng.BYTES, "Authorization", admin());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var hash = Service.json(answer.body()).path("logo").asText();
    assertThat(decide(policy -> policy.put("logo", hash)).path("logo").asText()).isEqualTo(hash);

    var logo = service.get("/api/v1/logos/" + hash);
    assertThat(logo.statusCode()).isEqualTo(200);
    assertThat(logo.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(logo.headers().allValues("Cache-Control"))
        .containsExactly("public, max-age=31536000, immutable");
    assertThat(logo.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(service.get("/api/v1/logos/" + "0".repeat(64)).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNoLogoIsRefused() {
    assertThat(logo("image/svg+xml", "<svg/>".getBytes()).statusCode()).isEqualTo(415);
    assertThat(logo("image/png", "<svg/>".getBytes()).statusCode()).isEqualTo(400);
    assertThat(logo("image/webp", SamplePng.BYTES).statusCode()).isEqualTo(400);
    assertThat(logo("image/png", Arrays.copyOf(SamplePng.BYTES, 65_537)).statusCode())
        .isEqualTo(413);
    var wide = SamplePng.BYTES.clone();
    wide[18] = 5;
    assertThat(logo("image/png", wide).statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> logo(String mediaType, byte[] bytes) {
    return new Service(base)
        .call("PUT", POLICY + "/logo", mediaType, bytes, "Authorization", admin());
  }

  @Test
  void whoMayNotAskIsToldAndRefused() {
    var service = new Service(base);
    decide(
        policy ->
            policy.put("requestsFrom", "listed-agents").putArray("agents").add("somebody-else"));
    try (var panel = service.connect(Service.ORIGIN)) {
      var hello = panel.hello("panel", "token", AgentToken.ofLumen());
      var told = hello.path("result").path("account").path("policy");
      assertThat(told.path("mayRequest").isBoolean()).isTrue();
      assertThat(told.path("mayRequest").asBoolean()).isFalse();
    }
    var body = "{\"visitorId\":\"%s\"}".formatted(Service.newVisitorId());
    var asked = service.post("/api/v1/share-requests", body, "Authorization", agent());
    assertThat(asked.statusCode()).isEqualTo(403);
    assertThat(Service.json(asked.body()).path("code").asText())
        .isEqualTo("not-permitted-by-policy");
  }

  @Test
  void visitorsAreToldBeforeTheyConnectAndWhenTheyDo() {
    var service = new Service(base);
    decide(
        policy -> {
          policy.put("surface", "tab").putArray("languages").add("en").add("fr");
          policy.putObject("message").put("en", "We never ask for passwords.");
        });
    var visitor = Service.newVisitorId();
    var wanted = "{\"siteKey\":\"pk_demo_lumen\",\"visitorId\":\"%s\"}".formatted(visitor);
    var token =
        service.post("/api/v1/visitor-tokens", wanted, "Origin", Company.LUMEN.siteOrigin());
    var given = Service.json(token.body());
    assertThat(given.path("languages").toString()).isEqualTo("[\"en\",\"fr\"]");
    try (var page = service.connect(Company.LUMEN.siteOrigin())) {
      var hello = page.hello("page", "token", given.path("token").asText());
      var told = (ObjectNode) hello.path("result").path("account").path("policy");
      assertThat(told.remove("version")).isEqualTo(read().path("version"));
      assertThat(told.toString())
          .isEqualTo(
              "{\"surface\":\"tab\",\"relayOnly\":false,\"languages\":[\"en\",\"fr\"],"
                  + "\"message\":{\"en\":\"We never ask for passwords.\"}}");
    }
    var body = "{\"visitorId\":\"%s\",\"delivery\":\"link\"}".formatted(visitor);
    var url =
        Service.json(service.post("/api/v1/share-requests", body, "Authorization", agent()).body())
            .path("acceptUrl")
            .asText();
    var code = url.substring(url.indexOf("#k=") + 3);
    var link =
        service.post("/api/v1/accept-links/look-up", "{\"code\":\"%s\"}".formatted(code)).body();
    assertThat(Service.json(link).path("policy").path("message").toString())
        .isEqualTo("{\"en\":\"We never ask for passwords.\"}");
  }
}
