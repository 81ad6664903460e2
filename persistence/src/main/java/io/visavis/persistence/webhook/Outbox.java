package io.visavis.persistence.webhook;

import io.visavis.persistence.schema.Instants;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.token.RandomIds;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.EventType;
import io.visavis.signaling.website.HelpCall;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Puts events on their way, in the transaction that is running. */
public final class Outbox {
  private final EntityManager entities;

  /** The outbox of a persistence context. */
  public Outbox(EntityManager entities) {
    this.entities = entities;
  }

  /** Tells what happened to a session. Costs one look-up where nobody wants to know. */
  public void tell(List<EventType> types, ShareSession session, Instant at) {
    if (types.isEmpty()) {
      return;
    }
    var endpoints = endpoints(session.accountId());
    for (var type : types) {
      var wanting = endpoints.stream().filter(endpoint -> endpoint.wants(type)).toList();
      if (!wanting.isEmpty()) {
        var body = EventBody.of(type, Instants.micros(at), session);
        put(message(session.accountId(), type, body, at), wanting, at);
      }
    }
  }

  /** Tells what an account may do from now on. */
  public void tell(String accountId, Eligibility eligibility, Instant at) {
    var type = EventType.ELIGIBILITY_CHANGED;
    var wanting = endpoints(accountId).stream().filter(endpoint -> endpoint.wants(type)).toList();
    if (!wanting.isEmpty()) {
      var body = EventBody.of(type, Instants.micros(at), eligibility);
      put(message(accountId, type, body, at), wanting, at);
    }
  }

  /** Tells that a visitor called for help. */
  public void tell(HelpCall call) {
    var type = EventType.HELP_ASKED;
    var wanting =
        endpoints(call.accountId()).stream().filter(endpoint -> endpoint.wants(type)).toList();
    if (!wanting.isEmpty()) {
      var body = EventBody.of(type, call);
      put(message(call.accountId(), type, body, call.askedAt()), wanting, call.askedAt());
    }
  }

  /** Sends a test to one endpoint; returns the id of the delivery. */
  DeliveryRow test(String accountId, EndpointRow endpoint, Instant at) {
    var body = EventBody.ofTest(Instants.micros(at));
    var message = message(accountId, EventType.TEST, body, at);
    entities.persist(message);
    var delivery = new DeliveryRow(message.id(), endpoint.id(), at);
    entities.persist(delivery);
    entities.flush();
    return delivery;
  }

  private void put(MessageRow message, List<EndpointRow> wanting, Instant at) {
    entities.persist(message);
    var deliveries =
        wanting.stream().map(one -> new DeliveryRow(message.id(), one.id(), at)).toList();
    deliveries.forEach(entities::persist);
    entities.flush();
    entities.detach(message);
    deliveries.forEach(entities::detach);
  }

  private static MessageRow message(String accountId, EventType type, String body, Instant at) {
    return new MessageRow("msg_" + RandomIds.id(), accountId, type, body, at);
  }

  private List<EndpointRow> endpoints(String accountId) {
    var rows =
        entities
            .createQuery(
                "from WebhookEndpoint e where e.accountId = :account and e.status = :enabled",
                EndpointRow.class)
            .setParameter("account", accountId)
            .setParameter("enabled", Endpoint.Status.ENABLED.name())
            .getResultList();
    rows.forEach(entities::detach);
    return rows;
  }
}
