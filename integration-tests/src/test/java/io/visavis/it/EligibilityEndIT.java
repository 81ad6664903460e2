package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A grant that passes its end by itself. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EligibilityEndIT {
  @ArquillianResource URL base;

  @Test
  void theHostIsToldAndItsSharesEnd() {
    Service service = new Service(base);
    OwnCompany company = new OwnCompany(service);
    company.grant();
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      String wanted =
          "{\"url\":\"%s\",\"events\":[\"eligibility.changed\"]}".formatted(receiver.url());
      var added = service.post("/api/v1/webhooks", wanted, "Authorization", company.admin());
      assertThat(added.statusCode()).as(added.body()).isEqualTo(201);

      Instant end = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
      company.grantUntil(end.toString());
      var granted = receiver.next().json();
      assertThat(granted.at("/data/eligible").asBoolean()).isTrue();
      var over = receiver.next().json();
      assertThat(over.path("type").asText()).isEqualTo("eligibility.changed");
      assertThat(over.at("/data/eligible").asBoolean()).isFalse();
      assertThat(over.at("/data/reason").asText()).isEqualTo("past-end-date");
      assertThat(Instant.parse(over.at("/data/eligibleUntil").asText())).isEqualTo(end);
      assertThat(Instant.parse(over.path("timestamp").asText())).isAfterOrEqualTo(end);
    }
  }
}
