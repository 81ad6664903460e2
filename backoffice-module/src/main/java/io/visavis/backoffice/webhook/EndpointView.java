package io.visavis.backoffice.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.EventType;
import java.time.Instant;
import java.util.List;

/**
 * An endpoint as account admins see it.
 *
 * @param events what is sent; empty: everything
 * @param status {@code enabled|disabled|gone}
 * @param previousSecretUntil until when the replaced secret signs too, or null
 * @param secret only in the answer that made it
 */
public record EndpointView(
    String id,
    String url,
    List<String> events,
    String description,
    String status,
    Instant createdAt,
    Instant previousSecretUntil,
    @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

  static EndpointView of(Endpoint endpoint, Instant now) {
    return of(endpoint, now, null);
  }

  static EndpointView withSecret(Endpoint endpoint, Instant now) {
    return of(endpoint, now, endpoint.secrets().current());
  }

  private static EndpointView of(Endpoint endpoint, Instant now, String secret) {
    return new EndpointView(
        endpoint.id(),
        endpoint.url(),
        endpoint.events().stream().sorted().map(EventType::word).toList(),
        endpoint.description(),
        endpoint.status().word(),
        endpoint.createdAt(),
        endpoint.secrets().previousAt(now).isPresent() ? endpoint.secrets().previousUntil() : null,
        secret);
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "EndpointView[" + id + "]";
  }
}
