package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class IdempotencyIT {
  private static final String REQUESTS = "/api/v1/share-requests";
  private static final int AT_ONCE = 16;

  @ArquillianResource URL base;
  private final String key = UUID.randomUUID().toString();
  private final String visitor = Service.newVisitorId();

  @Test
  void sameRequestAgainHasTheSameAnswerAndCreatesNothing() {
    var first = ask(visitor, key);
    var again = ask(visitor, key);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(ask(visitor, UUID.randomUUID().toString()).statusCode()).isEqualTo(409);
    end(first);
  }

  @Test
  void sixteenAtOnceCreateOneSession() throws Exception {
    var threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var calls = new ArrayList<Callable<HttpResponse<String>>>();
      for (int i = 0; i < AT_ONCE; i++) {
        calls.add(() -> ask(visitor, key));
      }
      var ids = new ArrayList<String>();
      HttpResponse<String> made = null;
      for (var call : threads.invokeAll(calls)) {
        var answer = call.get();
        assertThat(answer.statusCode()).isIn(201, 409);
        if (answer.statusCode() == 201) {
          made = answer;
          ids.add(Service.json(answer.body()).path("id").asText());
        }
      }
      assertThat(ids).isNotEmpty();
      assertThat(ids.stream().distinct()).hasSize(1);
      end(made);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void otherRequestUnderTheSameKeyIsRefused() {
    var first = ask(visitor, key);

    assertThat(ask(Service.newVisitorId(), key).statusCode()).isEqualTo(422);
    end(first);
  }

  @Test
  void keyOfSomebodyElseIsAnotherKey() {
    var first = ask(visitor, key);
    var other = AgentToken.with(header -> {}, claims -> claims.put("sub", "noor"));

    assertThat(post(visitor, key, other).statusCode()).isEqualTo(409);
    end(first);
  }

  @Test
  void refusedRequestLeavesItsKeyFree() {
    assertThat(ask("short", key).statusCode()).isEqualTo(400);
    var second = ask(visitor, key);

    assertThat(second.statusCode()).isEqualTo(201);
    end(second);
  }

  @Test
  void keyThatIsNoneIsNamed() {
    var refused = ask(visitor, "with a space");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Service.json(refused.body()).path("parameter").asText())
        .isEqualTo("Idempotency-Key");
  }

  private HttpResponse<String> ask(String visitorId, String idempotencyKey) {
    return post(visitorId, idempotencyKey, AgentToken.ofLumen());
  }

  private HttpResponse<String> post(String visitorId, String idempotencyKey, String token) {
    return new Service(base)
        .post(
            REQUESTS,
            "{\"visitorId\":\"" + visitorId + "\"}",
            "Authorization",
            "Bearer " + token,
            "Idempotency-Key",
            idempotencyKey);
  }

  private void end(HttpResponse<String> made) {
    var id = Service.json(made.body()).path("id").asText();
    new Service(base)
        .post(
            "/api/v1/sessions/" + id + "/end",
            "",
            "Authorization",
            "Bearer " + AgentToken.ofLumen());
  }
}
