package io.visavis.backoffice.webhook;

import io.visavis.signaling.webhook.Delivery;
import io.visavis.signaling.webhook.Delivery.Status;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.WebhookStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The queue of one delivery to one endpoint, in memory. */
final class OneDelivery implements WebhookStore {
  final Endpoint endpoint;
  final List<Outcome> outcomes = new ArrayList<>();
  Delivery delivery;
  Instant spareUntil;
  boolean gone;

  OneDelivery(Endpoint.Secrets secrets, Instant now) {
    endpoint =
        new Endpoint(
            "whe_1",
            "acme",
            "https://hooks.example.com/in?x=1",
            Set.of(),
            null,
            Endpoint.Status.ENABLED,
            secrets,
            now);
    delivery =
        new Delivery(
            "whd_1",
            "whe_1",
            "msg_1",
            "share.live",
            "{\"é\":1}",
            Status.WAITING,
            0,
            0,
            now,
            now,
            0,
            null);
  }

  @Override
  public List<Due> due(Instant now, Set<String> busy, Set<String> full, int limit) {
    var left =
        delivery.status() != Status.WAITING
            || delivery.nextAt().isAfter(now)
            || gone
            || busy.contains(endpoint.id())
            || (spareUntil != null && spareUntil.isAfter(now));
    return left ? List.of() : List.of(new Due(delivery, endpoint));
  }

  @Override
  public Optional<Delivery> claim(Delivery from, Instant leaseEnd) {
    if (from.version() != delivery.version()) {
      return Optional.empty();
    }
    delivery = moved(from, Status.WAITING, from.step(), leaseEnd, from.last());
    return Optional.of(delivery);
  }

  @Override
  public void attempted(Delivery claimed, Outcome outcome) {
    outcomes.add(outcome);
    delivery =
        moved(claimed, outcome.status(), claimed.step() + 1, outcome.nextAt(), outcome.attempt());
    spareUntil = outcome.spareUntil();
    gone = outcome.gone();
  }

  private static Delivery moved(
      Delivery from, Status status, int step, Instant next, Delivery.Attempt last) {
    return new Delivery(
        from.id(),
        from.endpointId(),
        from.messageId(),
        from.type(),
        from.body(),
        status,
        step,
        step,
        from.createdAt(),
        next,
        from.version() + 1,
        last);
  }

  @Override
  public boolean add(Endpoint added, int most) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Endpoint> list(String accountId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Endpoint> find(String accountId, String endpointId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Endpoint> change(String accountId, String endpointId, Endpoint.Description said) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Endpoint> roll(
      String accountId, String endpointId, String secret, Instant now, Instant until) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean delete(String accountId, String endpointId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Delivery> deliveries(String accountId, String endpointId, String before, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Delivery> delivery(String accountId, String endpointId, String deliveryId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Delivery> test(String accountId, String endpointId, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Delivery> resend(
      String accountId, String endpointId, String deliveryId, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int reseal() {
    return 0;
  }

  @Override
  public int purge(Instant before) {
    throw new UnsupportedOperationException();
  }
}
