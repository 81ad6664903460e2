package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URL;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A yes is given to the words that were shown: those of a policy that has passed take none. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ConsentWordsIT {
  private static final String POLICY = "/api/v1/account/policy";

  @ArquillianResource URL base;
  private Service service;
  private OwnCompany company;

  @BeforeEach
  void aCompany() {
    service = new Service(base);
    company = new OwnCompany(service);
    company.grant();
  }

  @AfterEach
  void nothingStaysOpen() {
    company.revoke();
  }

  /** The account decides anew; returns the version that stands by then. */
  private int decide(String surface) {
    var policy = service.get(POLICY, "Authorization", company.admin());
    var wanted = ((ObjectNode) Service.json(policy.body())).put("surface", surface);
    var answer = service.put(POLICY, wanted.toString(), "Authorization", company.admin());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Service.json(answer.body()).path("version").asInt();
  }

  private Share requested() {
    var site = new Company(company.siteKey(), company.kid(), Service.SHOP_ORIGIN);
    return new Share(service, site, company.agent().substring("Bearer ".length())).requested();
  }

  @Test
  void aYesToWordsThatHavePassedIsRefusedAndTheNewOnesCanBeAccepted() {
    decide("tab");
    try (var share = requested()) {
      var shown = share.ticket().at("/policy/version").asInt();
      var stands = decide("any");

      var refused = share.accept(shown);
      assertThat(refused.path("code").asText()).isEqualTo("policy-changed");
      var policy = share.ticket().path("policy");
      assertThat(policy.path("surface").asText()).isEqualTo("any");
      assertThat(policy.path("version").asInt()).isEqualTo(stands);

      assertThat(share.accept(stands).path("type").asText()).isEqualTo("ok");
      share.panel.untilState("accepted");
    }
  }

  @Test
  void aLinkIsNotSpentByAYesToWordsThatHavePassed() {
    try (var share = requested()) {
      var path = "/api/v1/sessions/" + share.id;
      var session = Service.json(service.get(path, "Authorization", company.agent()).body());
      var url = session.path("acceptUrl").asText();
      var code = url.substring(url.indexOf("#k=") + 3);
      var stands = decide("tab");

      var refused = accept(code, stands - 1);
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(Service.json(refused.body()).path("code").asText()).isEqualTo("policy-changed");
      assertThat(accept(code, stands).statusCode()).isEqualTo(200);
      share.panel.untilState("accepted");
    }
  }

  private HttpResponse<String> accept(String code, int policyVersion) {
    var yes = Service.JSON.createObjectNode().put("code", code).put("language", "fr");
    yes.put("attempt", "attempt-of-this-page").put("policyVersion", policyVersion);
    return service.post("/api/v1/accept-links/accept", yes.toString());
  }
}
