package io.visavis.persistence.webhook;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.token.SecretBox;
import io.visavis.signaling.webhook.Delivery;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.WebhookStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Webhooks in the database. Texts that no column can hold throw {@link Text.UnstorableText} when
 * written and are unknown when looked up.
 */
@ApplicationScoped
@Transactional
class JpaWebhookStore implements WebhookStore {
  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  @Inject private SecretBox box;

  /** For the container. */
  protected JpaWebhookStore() {}

  JpaWebhookStore(EntityManager entities, SecretBox box) {
    this.entities = entities;
    this.box = box;
  }

  /** {@inheritDoc} Additions of one account queue up on its row, so none is over the limit. */
  @Override
  public boolean add(Endpoint endpoint, int most) {
    var row = new EndpointRow(endpoint, box);
    if (!locked(endpoint.accountId()) || list(endpoint.accountId()).size() >= most) {
      return false;
    }
    entities.persist(row);
    entities.flush();
    entities.detach(row);
    return true;
  }

  /** By the entity's name: the account's package leans on this one, which must not lean back. */
  private boolean locked(String accountId) {
    var rows =
        entities
            .createQuery("from Account a where a.id = :id", Object.class)
            .setParameter("id", accountId)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    rows.forEach(entities::detach);
    return !rows.isEmpty();
  }

  @Override
  public List<Endpoint> list(String accountId) {
    return entities
        .createQuery(
            "from WebhookEndpoint e where e.accountId = :account and e.status <> :deleted"
                + " order by e.createdAt, e.id",
            EndpointRow.class)
        .setParameter("account", accountId)
        .setParameter("deleted", EndpointRow.DELETED)
        .getResultList()
        .stream()
        .peek(entities::detach)
        .map(row -> row.toEndpoint(box))
        .toList();
  }

  @Override
  public Optional<Endpoint> find(String accountId, String endpointId) {
    return row(accountId, endpointId)
        .map(
            row -> {
              entities.detach(row);
              return row.toEndpoint(box);
            });
  }

  private Optional<EndpointRow> row(String accountId, String endpointId) {
    if (!Text.allStorable(accountId, endpointId)) {
      return Optional.empty();
    }
    return entities
        .createQuery(
            "from WebhookEndpoint e where e.id = :id and e.accountId = :account"
                + " and e.status <> :deleted",
            EndpointRow.class)
        .setParameter("id", endpointId)
        .setParameter("account", accountId)
        .setParameter("deleted", EndpointRow.DELETED)
        .getResultList()
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Endpoint> change(String accountId, String endpointId, Endpoint.Description said) {
    var row = mine(accountId, endpointId);
    row.ifPresent(found -> found.describe(said));
    return row.map(found -> found.toEndpoint(box));
  }

  @Override
  public Optional<Endpoint> roll(
      String accountId, String endpointId, String secret, Instant now, Instant until) {
    var row = mine(accountId, endpointId);
    row.ifPresent(found -> found.roll(secret, now, until, box));
    return row.map(found -> found.toEndpoint(box));
  }

  /** The row as it is now, which nobody else changes until this transaction's end. */
  private Optional<EndpointRow> mine(String accountId, String endpointId) {
    var row = row(accountId, endpointId);
    row.ifPresent(found -> entities.refresh(found, LockModeType.PESSIMISTIC_WRITE));
    return row.filter(EndpointRow::present);
  }

  @Override
  public boolean delete(String accountId, String endpointId) {
    var row = mine(accountId, endpointId);
    row.ifPresent(
        found -> {
          found.delete();
          queue().giveUp(endpointId);
        });
    return row.isPresent();
  }

  @Override
  public List<Delivery> deliveries(String accountId, String endpointId, String before, int limit) {
    return row(accountId, endpointId).isEmpty() || (before != null && !Text.storable(before))
        ? List.of()
        : queue().page(endpointId, before, limit);
  }

  @Override
  public Optional<Delivery> delivery(String accountId, String endpointId, String deliveryId) {
    return Text.allStorable(deliveryId) && row(accountId, endpointId).isPresent()
        ? queue().one(endpointId, deliveryId)
        : Optional.empty();
  }

  @Override
  public Optional<Delivery> test(String accountId, String endpointId, Instant now) {
    return mine(accountId, endpointId)
        .map(
            endpoint -> {
              endpoint.spare(null);
              return new Outbox(entities).test(accountId, endpoint, now);
            })
        .flatMap(
            delivery -> {
              entities.detach(delivery);
              return queue().one(endpointId, delivery.id());
            });
  }

  @Override
  public Optional<Delivery> resend(
      String accountId, String endpointId, String deliveryId, Instant now) {
    return delivery(accountId, endpointId, deliveryId)
        .filter(found -> queue().restart(found, now))
        .flatMap(found -> queue().one(endpointId, deliveryId));
  }

  @Override
  public List<Due> due(Instant now, Set<String> busy, Set<String> full, int limit) {
    return queue().due(now, busy, full, limit);
  }

  @Override
  public Optional<Delivery> claim(Delivery delivery, Instant leaseEnd) {
    return queue().claim(delivery, leaseEnd);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The endpoint's row is taken only where it changes: deliveries do not queue up behind it.
   */
  @Override
  public void attempted(Delivery claimed, Outcome outcome) {
    if (!queue().attempted(claimed, outcome)) {
      return;
    }
    if (outcome.gone() || outcome.spareUntil() != null) {
      var endpoint =
          entities.find(EndpointRow.class, claimed.endpointId(), LockModeType.PESSIMISTIC_WRITE);
      endpoint.spare(outcome.spareUntil());
      if (outcome.gone()) {
        endpoint.gone();
        queue().giveUp(claimed.endpointId());
      }
    }
  }

  @Override
  public int purge(Instant before) {
    return queue().purge(Instants.micros(before));
  }

  @Override
  public int reseal() {
    var rows =
        entities
            .createQuery(
                "from WebhookEndpoint e where e.status <> :deleted order by e.id",
                EndpointRow.class)
            .setParameter("deleted", EndpointRow.DELETED)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    return (int) rows.stream().filter(row -> row.reseal(box)).count();
  }

  private DeliveryQueue queue() {
    return new DeliveryQueue(entities, box);
  }
}
