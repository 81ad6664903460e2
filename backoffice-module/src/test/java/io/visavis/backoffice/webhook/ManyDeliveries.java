package io.visavis.backoffice.webhook;

import io.visavis.signaling.webhook.Delivery;
import io.visavis.signaling.webhook.Delivery.Status;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.WebhookStore;
import io.visavis.signaling.webhook.WebhookStore.Due;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One delivery each for endpoints of several accounts, all of them due. */
final class ManyDeliveries {
  private static final Instant THEN = Instant.EPOCH;

  /** Endpoints, {@code account number}, whose delivery was claimed. */
  final List<String> claimed = new ArrayList<>();

  /** Accounts that were left out, look by look. */
  final List<Set<String>> full = new ArrayList<>();

  private final List<String> endpoints;

  ManyDeliveries(String... endpoints) {
    this.endpoints = List.of(endpoints);
  }

  WebhookStore store() {
    return (WebhookStore)
        Proxy.newProxyInstance(
            WebhookStore.class.getClassLoader(),
            new Class<?>[] {WebhookStore.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "due" ->
                      due(strings(arguments[1]), strings(arguments[2]), (int) arguments[3]);
                  case "claim" -> claim((Delivery) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private List<Due> due(Set<String> busy, Set<String> leftOut, int limit) {
    full.add(leftOut);
    return endpoints.stream()
        .filter(endpoint -> !busy.contains(endpoint) && !leftOut.contains(account(endpoint)))
        .limit(limit)
        .map(endpoint -> new Due(delivery(endpoint), endpoint(endpoint)))
        .toList();
  }

  private Optional<Delivery> claim(Delivery delivery) {
    claimed.add(delivery.endpointId());
    return Optional.of(delivery);
  }

  private static Delivery delivery(String endpoint) {
    return new Delivery(
        "whd", endpoint, "msg", "share.live", "{}", Status.WAITING, 0, 0, THEN, THEN, 0, null);
  }

  private static Endpoint endpoint(String id) {
    return new Endpoint(
        id,
        account(id),
        "https://hooks.example.com/",
        Set.of(),
        null,
        Endpoint.Status.ENABLED,
        new Endpoint.Secrets("whsec_x", null, null),
        THEN);
  }

  private static String account(String endpoint) {
    return endpoint.split(" ")[0];
  }

  @SuppressWarnings("unchecked")
  private static Set<String> strings(Object argument) {
    return (Set<String>) argument;
  }
}
