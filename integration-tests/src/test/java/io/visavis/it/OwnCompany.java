package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** An account that a test registers for itself, so that no other test meets what is done to it. */
final class OwnCompany {
  private final Service service;
  private final String operator;
  private final JsonNode registered;

  OwnCompany(Service service) {
    this.service = service;
    var credentials = "{\"name\":\"operator\",\"password\":\"demo\"}";
    var signedIn = service.post("/api/v1/operator/sign-in", credentials);
    operator = "Bearer " + Service.json(signedIn.body()).path("token").asText();
    var ask =
        "{\"name\":\"Maison à part\",\"siteOrigins\":[\"%s\"],\"backofficeOrigins\":[]}"
            .formatted(Service.SHOP_ORIGIN);
    var answer = service.post("/api/v1/operator/accounts", ask, "Authorization", operator);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    registered = Service.json(answer.body());
  }

  String id() {
    return registered.at("/account/id").asText();
  }

  String siteKey() {
    return registered.at("/account/siteKey").asText();
  }

  /** The id of its first key. */
  String kid() {
    return registered.at("/key/kid").asText();
  }

  /** The secret of its first key. */
  String secret() {
    return registered.at("/key/secret").asText();
  }

  /** The operator's {@code Authorization}. */
  String operator() {
    return operator;
  }

  void grant() {
    eligible("{\"eligible\":true}");
  }

  /** Grants until then, RFC 3339. */
  void grantUntil(String end) {
    eligible("{\"eligible\":true,\"until\":\"" + end + "\"}");
  }

  void revoke() {
    eligible("{\"eligible\":false}");
  }

  private void eligible(String word) {
    var path = "/api/v1/operator/accounts/" + id() + "/eligibility";
    assertThat(service.put(path, word, "Authorization", operator).statusCode()).isEqualTo(200);
  }

  /** {@code Authorization} of the account's agent {@code camille}. */
  String agent() {
    return bearer(claims -> {});
  }

  /** {@code Authorization} of one of its admins. */
  String admin() {
    return bearer(claims -> claims.put("role", "admin"));
  }

  private String bearer(Consumer<ObjectNode> claims) {
    return "Bearer "
        + AgentToken.with(
            header -> header.put("kid", kid()),
            body -> claims.accept(body.put("iss", siteKey())),
            text -> AgentToken.hmac(secret(), text));
  }
}
