package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator limits an account that the test registers for itself. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccountLimitIT {
  private static final String ACCOUNTS = "/api/v1/operator/accounts/";

  @ArquillianResource URL base;
  private OwnCompany company;

  @BeforeEach
  void anAccountOfItsOwn() {
    company = new OwnCompany(new Service(base));
    company.grant();
  }

  @AfterEach
  void nothingStaysOpen() {
    company.revoke();
  }

  private JsonNode limited(String limits) {
    var answer = put(limits.replace("}", ",\"seen\":{}}"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Service.json(answer.body());
  }

  private HttpResponse<String> put(String body) {
    var path = ACCOUNTS + company.id() + "/limits";
    return new Service(base).put(path, body, "Authorization", company.operator());
  }

  private HttpResponse<String> asked(String delivery) {
    var body =
        "{\"visitorId\":\"%s\",\"delivery\":\"%s\"}".formatted(Service.newVisitorId(), delivery);
    return new Service(base).post("/api/v1/share-requests", body, "Authorization", company.agent());
  }

  @Test
  void ofManyRequestsAtOnceOfAnyDeliveryNoMoreThanTheLimitAreOpen() {
    limited("{\"maxOpenSessions\":3,\"maxRequestsPerHour\":null}");
    var answers =
        IntStream.range(0, 10)
            .mapToObj(n -> CompletableFuture.supplyAsync(() -> asked(n % 2 == 0 ? "site" : "link")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(3);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 201)
        .allSatisfy(
            answer -> {
              var problem = Service.json(answer.body());
              assertThat(answer.statusCode()).isEqualTo(429);
              assertThat(problem.path("code").asText()).isEqualTo("account-limit");
              assertThat(problem.path("retryable").asBoolean()).isTrue();
            });
  }

  @Test
  void aPanelIsRefusedWithTheSameWord() {
    limited("{\"maxRequestsPerHour\":1}");
    assertThat(asked("site").statusCode()).isEqualTo(201);
    try (SignalingSocket panel = new Service(base).connect(Service.ORIGIN)) {
      panel.hello("panel", "token", company.agent().substring("Bearer ".length()));
      var visitor = Service.newVisitorId();
      panel.request("visitor.watch", Share.fields().put("visitorId", visitor));
      var reply = panel.request("share.request", Share.fields().put("visitorId", visitor));
      assertThat(reply.path("type").asText()).isEqualTo("error");
      assertThat(reply.path("code").asText()).isEqualTo("account-limit");
      assertThat(reply.path("retryable").asBoolean()).isTrue();
    }
  }

  @Test
  void limitsAndUseAreShownToTheOperatorAndTheAccount() {
    var account = limited("{\"maxOpenSessions\":5,\"maxRequestsPerHour\":60}");
    assertThat(account.at("/limits/maxOpenSessions").asInt()).isEqualTo(5);
    assertThat(account.path("requestsLastHour").asInt()).isZero();
    asked("site");
    var service = new Service(base);
    var own =
        Service.json(
            service.get("/api/v1/account/eligibility", "Authorization", company.admin()).body());
    assertThat(own.at("/limits/maxRequestsPerHour").asInt()).isEqualTo(60);
    assertThat(own.at("/use/openSessions").asInt()).isEqualTo(1);
    assertThat(own.at("/use/requestsLastHour").asInt()).isEqualTo(1);
    assertThat(own.at("/history/0/action").asText()).isEqualTo("limited");
    assertThat(own.at("/history/0/limits/maxOpenSessions").asInt()).isEqualTo(5);

    var history = ACCOUNTS + company.id() + "/history";
    var rows = Service.json(service.get(history, "Authorization", company.operator()).body());
    assertThat(rows.at("/items/0/action").asText()).isEqualTo("limited");
    assertThat(rows.at("/items/0/by").asText()).isEqualTo("operator");
  }

  @Test
  void whoHasNotSeenWhatAColleagueSetPutsNothingBack() {
    limited("{\"maxOpenSessions\":5}");
    var late = put("{\"maxRequestsPerHour\":60,\"seen\":{}}");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(Service.json(late.body()).path("code").asText()).isEqualTo("limits-changed");
    var both = "{\"maxOpenSessions\":5,\"maxRequestsPerHour\":60,\"seen\":{\"maxOpenSessions\":5}}";
    var account = Service.json(put(both).body());
    assertThat(account.at("/limits/maxOpenSessions").asInt()).isEqualTo(5);
    assertThat(account.at("/limits/maxRequestsPerHour").asInt()).isEqualTo(60);
    assertThat(put(both).statusCode()).as("said again").isEqualTo(200);
  }

  @Test
  void whatIsWrongIsNamed() {
    var blind = put("{\"maxOpenSessions\":3}");
    assertThat(blind.statusCode()).isEqualTo(400);
    assertThat(Service.json(blind.body()).path("pointer").asText()).isEqualTo("/seen");
    for (String wrong : List.of("0", "-1", "1.5", "1000001", "\"3\"", "true")) {
      var answer = put("{\"maxOpenSessions\":" + wrong + ",\"seen\":{}}");
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(Service.json(answer.body()).path("pointer").asText())
          .isEqualTo("/maxOpenSessions");
    }
  }
}
