package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ServiceHealthIT {

  @ArquillianResource URL base;

  @Test
  void deployedServiceSaysThatItIsReady() {
    var answer = new Service(base).get("/health/ready");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Service.json(answer.body()).path("status").asText()).isEqualTo("UP");
    assertThat(Service.json(answer.body()).path("checks")).isNotEmpty();
  }

  @Test
  void contractIsPublishedAsOpenApi() {
    var answer = new Service(base).get("/openapi");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("/share-requests", "/visitor-tokens");
  }

  @Test
  void unknownPagesAreNotFoundWithoutTellingMore() {
    var answer = new Service(base).get("/no/such/page");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContainIgnoringCase("payara");
  }
}
