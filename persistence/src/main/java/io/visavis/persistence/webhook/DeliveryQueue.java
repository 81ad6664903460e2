package io.visavis.persistence.webhook;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.token.SecretBox;
import io.visavis.signaling.webhook.Delivery;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.WebhookStore.Due;
import io.visavis.signaling.webhook.WebhookStore.Outcome;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements on deliveries. Each change names the version it starts from. */
final class DeliveryQueue {
  private static final int PURGED_AT_ONCE = 500;
  private static final String WITH_MESSAGE =
      "select d, m from WebhookDelivery d, WebhookMessage m where m.id = d.messageId and ";

  /** As where retention removes: messages first, and none that somebody else removes just now. */
  private static final String OLD_MESSAGES =
      """
      select m.id from webhook_message m
      where m.happened_at < :before and not exists
        (select 1 from webhook_delivery d where d.message_id = m.id and d.status = 'WAITING')
      order by m.happened_at, m.id limit :most for update skip locked
      """;

  private final EntityManager entities;
  private final SecretBox box;

  DeliveryQueue(EntityManager entities, SecretBox box) {
    this.entities = entities;
    this.box = box;
  }

  Optional<Delivery> one(String endpointId, String deliveryId) {
    return entities
        .createQuery(WITH_MESSAGE + "d.endpointId = :endpoint and d.id = :id", Object[].class)
        .setParameter("endpoint", endpointId)
        .setParameter("id", deliveryId)
        .getResultList()
        .stream()
        .map(this::delivery)
        .findFirst();
  }

  List<Delivery> page(String endpointId, String before, int limit) {
    var query =
        entities
            .createQuery(
                WITH_MESSAGE
                    + "d.endpointId = :endpoint"
                    + (before == null
                        ? ""
                        : " and d.number < (select b.number from WebhookDelivery b"
                            + " where b.id = :before and b.endpointId = :endpoint)")
                    + " order by d.number desc",
                Object[].class)
            .setParameter("endpoint", endpointId)
            .setMaxResults(limit);
    if (before != null) {
      query.setParameter("before", before);
    }
    return query.getResultList().stream().map(this::delivery).toList();
  }

  List<Due> due(Instant now, Set<String> busy, Set<String> full, int limit) {
    return entities
        .createQuery(
            "select d, m, e from WebhookDelivery d, WebhookMessage m, WebhookEndpoint e"
                + " where m.id = d.messageId and e.id = d.endpointId"
                + " and d.nextAt <= :now and d.status = :waiting and e.status = :enabled"
                + " and (e.spareUntil is null or e.spareUntil <= :now)"
                + " and d.endpointId not in :busy and e.accountId not in :full order by d.nextAt, d.number",
            Object[].class)
        .setParameter("now", Instants.micros(now))
        .setParameter("waiting", Delivery.Status.WAITING)
        .setParameter("enabled", Endpoint.Status.ENABLED.name())
        // An empty list is no SQL; nothing has an empty id.
        .setParameter("busy", busy.isEmpty() ? Set.of("") : busy)
        .setParameter("full", full.isEmpty() ? Set.of("") : full)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(row -> new Due(delivery(row), endpoint((EndpointRow) row[2])))
        .toList();
  }

  Optional<Delivery> claim(Delivery delivery, Instant leaseEnd) {
    var won =
        changed(
            entities
                .createQuery(
                    "update WebhookDelivery d set d.version = d.version + 1, d.nextAt = :next"
                        + " where d.id = :id and d.version = :version and d.status = :waiting")
                .setParameter("next", Instants.micros(leaseEnd))
                .setParameter("waiting", Delivery.Status.WAITING),
            delivery);
    return won ? one(delivery.endpointId(), delivery.id()) : Optional.empty();
  }

  boolean attempted(Delivery claimed, Outcome outcome) {
    var attempt = outcome.attempt();
    return changed(
        entities
            .createQuery(
                "update WebhookDelivery d set d.version = d.version + 1, d.status = :status,"
                    + " d.step = d.step + 1, d.attempts = d.attempts + 1, d.nextAt = :next,"
                    + " d.lastAt = :at, d.lastStatus = :http, d.lastError = :error,"
                    + " d.lastAnswer = :answer where d.id = :id and d.version = :version")
            .setParameter("status", outcome.status())
            .setParameter("next", Instants.micros(outcome.nextAt()))
            .setParameter("at", Instants.micros(attempt.at()))
            .setParameter("http", attempt.httpStatus())
            .setParameter("error", Text.checked("error", attempt.error(), 200))
            .setParameter("answer", Text.checked("answer", attempt.answer(), 1024)),
        claimed);
  }

  boolean restart(Delivery finished, Instant now) {
    return changed(
        entities
            .createQuery(
                "update WebhookDelivery d set d.version = d.version + 1, d.status = :waiting,"
                    + " d.step = 0, d.nextAt = :next"
                    + " where d.id = :id and d.version = :version and d.status <> :waiting")
            .setParameter("waiting", Delivery.Status.WAITING)
            .setParameter("next", Instants.micros(now)),
        finished);
  }

  void giveUp(String endpointId) {
    entities
        .createQuery(
            "update WebhookDelivery d set d.version = d.version + 1, d.status = :failed,"
                + " d.nextAt = null where d.endpointId = :endpoint and d.status = :waiting")
        .setParameter("failed", Delivery.Status.FAILED)
        .setParameter("waiting", Delivery.Status.WAITING)
        .setParameter("endpoint", endpointId)
        .executeUpdate();
  }

  int purge(Instant before) {
    entities
        .createQuery(
            "update WebhookDelivery d set d.version = d.version + 1, d.status = :failed,"
                + " d.nextAt = null where d.status = :waiting and d.endpointId in"
                + " (select e.id from WebhookEndpoint e where e.status <> :enabled)"
                + " and d.messageId in"
                + " (select m.id from WebhookMessage m where m.happenedAt < :before)")
        .setParameter("failed", Delivery.Status.FAILED)
        .setParameter("waiting", Delivery.Status.WAITING)
        .setParameter("enabled", Endpoint.Status.ENABLED.name())
        .setParameter("before", before)
        .executeUpdate();
    @SuppressWarnings("unchecked")
    List<String> old =
        entities
            .createNativeQuery(OLD_MESSAGES, String.class)
            .setParameter("before", Instants.micros(before))
            .setParameter("most", PURGED_AT_ONCE)
            .getResultList();
    if (!old.isEmpty()) {
      for (var entity :
          List.of("WebhookDelivery d where d.messageId", "WebhookMessage m where m.id")) {
        entities
            .createQuery("delete from " + entity + " in :old")
            .setParameter("old", old)
            .executeUpdate();
      }
    }
    return old.size();
  }

  private static boolean changed(Query update, Delivery from) {
    return update
            .setParameter("id", from.id())
            .setParameter("version", from.version())
            .executeUpdate()
        == 1;
  }

  private Delivery delivery(Object[] row) {
    entities.detach(row[0]);
    entities.detach(row[1]);
    return ((DeliveryRow) row[0]).toDelivery((MessageRow) row[1]);
  }

  private Endpoint endpoint(EndpointRow row) {
    if (entities.contains(row)) {
      entities.detach(row);
    }
    return row.toEndpoint(box);
  }
}
