package io.visavis.backoffice.webhook;

import io.visavis.signaling.webhook.Delivery;
import io.visavis.signaling.webhook.Delivery.Status;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.WebhookStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The queue in memory: one delivery for each endpoint, all of them due at first. */
final class DueDeliveries implements WebhookStore {
  final List<Outcome> outcomes = new ArrayList<>();

  /** Endpoints whose delivery was claimed. */
  final List<String> claimed = new ArrayList<>();

  /** Accounts that were left out, look by look. */
  final List<Set<String>> full = new ArrayList<>();

  /** What the next claim fails with, if anything. */
  RuntimeException fault;

  private final Map<String, Line> lines = new LinkedHashMap<>();

  /** An endpoint and what waits for it. */
  static final class Line {
    final Endpoint endpoint;
    Delivery delivery;
    Instant spareUntil;
    boolean gone;

    private Line(Endpoint endpoint, Delivery delivery) {
      this.endpoint = endpoint;
      this.delivery = delivery;
    }

    private boolean due(Instant now) {
      return delivery.status() == Status.WAITING
          && !delivery.nextAt().isAfter(now)
          && !gone
          && (spareUntil == null || !spareUntil.isAfter(now));
    }
  }

  /** Endpoints by id, {@code account number}. */
  DueDeliveries(Endpoint.Secrets secrets, Instant now, String... endpoints) {
    for (var id : endpoints) {
      lines.put(id, new Line(endpoint(id, secrets, now), delivery(id, now)));
    }
  }

  private static Endpoint endpoint(String id, Endpoint.Secrets secrets, Instant now) {
    return new Endpoint(
        id,
        id.split(" ")[0],
        "https://hooks.example.com/in?x=1",
        Set.of(),
        null,
        Endpoint.Status.ENABLED,
        secrets,
        now);
  }

  private static Delivery delivery(String endpoint, Instant now) {
    return new Delivery(
        "whd_1",
        endpoint,
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

  Line of(String endpoint) {
    return lines.get(endpoint);
  }

  @Override
  public List<Due> due(Instant now, Set<String> busy, Set<String> leftOut, int limit) {
    full.add(leftOut);
    return lines.values().stream()
        .filter(line -> line.due(now))
        .filter(line -> !busy.contains(line.endpoint.id()))
        .filter(line -> !leftOut.contains(line.endpoint.accountId()))
        .limit(limit)
        .map(line -> new Due(line.delivery, line.endpoint))
        .toList();
  }

  @Override
  public Optional<Delivery> claim(Delivery from, Instant leaseEnd) {
    var thrown = fault;
    fault = null;
    if (thrown != null) {
      throw thrown;
    }
    var line = of(from.endpointId());
    if (from.version() != line.delivery.version()) {
      return Optional.empty();
    }
    claimed.add(from.endpointId());
    line.delivery = moved(from, Status.WAITING, from.step(), leaseEnd, from.last());
    return Optional.of(line.delivery);
  }

  @Override
  public void attempted(Delivery claimed, Outcome outcome) {
    outcomes.add(outcome);
    var line = of(claimed.endpointId());
    line.delivery =
        moved(claimed, outcome.status(), claimed.step() + 1, outcome.nextAt(), outcome.attempt());
    line.spareUntil = outcome.spareUntil();
    line.gone = outcome.gone();
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
