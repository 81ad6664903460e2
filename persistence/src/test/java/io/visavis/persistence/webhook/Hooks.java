package io.visavis.persistence.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Database;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.token.SecretBox;
import io.visavis.signaling.webhook.Delivery;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.EventType;
import io.visavis.signaling.webhook.WebhookStore;
import io.visavis.signaling.webhook.WebhookStore.Due;
import io.visavis.signaling.webhook.WebhookStore.Outcome;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An account with its endpoints on one database. */
final class Hooks {
  static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123456Z");
  static final String SERVICE_SECRET = "a service secret of more than 32 bytes";

  final Database database;
  final WebhookStore store;
  final String account;

  Hooks(Database database) throws SQLException {
    this.database = database;
    store = with(SERVICE_SECRET);
    account = account();
  }

  /** The queue is the whole service's: what one test leaves would be due in the next. */
  void close() throws SQLException {
    database.sql("update webhook_endpoint set status = 'DELETED'");
  }

  /** Another account. */
  String account() throws SQLException {
    var id = UUID.randomUUID().toString();
    database.sql(
        "insert into account (id, site_key, name, search_text, site_origins, backoffice_origins,"
            + " eligible, ever_eligible) values ('%1$s', '%1$s', '', '', '', '', true, true)"
                .formatted(id));
    return id;
  }

  /** A store whose service has those secrets. */
  WebhookStore with(String... secrets) {
    var box = new SecretBox(List.of(secrets));
    return database.store(WebhookStore.class, entities -> new JpaWebhookStore(entities, box));
  }

  /** A new endpoint; without events it gets all. */
  Endpoint endpoint(EventType... events) {
    var endpoint =
        new Endpoint(
            "whe_" + UUID.randomUUID(),
            account,
            "https://hooks.example.com/",
            Set.of(events),
            "Réception",
            Endpoint.Status.ENABLED,
            new Endpoint.Secrets("whsec_new", "whsec_old", NOW.plusSeconds(60)),
            NOW);
    assertThat(store.add(endpoint, 10)).isTrue();
    return endpoint;
  }

  /** What stands in a column of the endpoint's row. */
  String stored(Endpoint endpoint, String column) throws Exception {
    return database.in(
        entities ->
            (String)
                entities
                    .createNativeQuery(
                        "select " + column + " from webhook_endpoint where id = :id", String.class)
                    .setParameter("id", endpoint.id())
                    .getSingleResult());
  }

  /** These events happen at once. */
  void tell(EventType... types) throws Exception {
    var request = new ShareSession.Request("visitor-1", "conversation", "noor", "Noor");
    var session = ShareSession.requested("session", account, request, NOW, NOW.plusSeconds(120));
    database.in(
        entities -> {
          new Outbox(entities).tell(List.of(types), session, NOW);
          return null;
        });
  }

  /** The one delivery that the endpoint has. */
  Delivery only(Endpoint endpoint) {
    var found = store.deliveries(account, endpoint.id(), null, 10);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /** What is due of this account. */
  List<Due> due(Instant now) {
    return store.due(now, Set.of(), Set.of(), 100).stream()
        .filter(due -> due.endpoint().accountId().equals(account))
        .toList();
  }

  static Outcome outcome(Delivery.Status status, Instant next, Instant spare, boolean gone) {
    var attempt = new Delivery.Attempt(NOW, 503, null, "so sorry");
    return new Outcome(attempt, status, next, spare, gone);
  }

  /** What the account says of the endpoint, with another status. */
  static Endpoint.Description said(Endpoint endpoint, Endpoint.Status status) {
    return new Endpoint.Description(
        endpoint.url(), endpoint.events(), endpoint.description(), status);
  }
}
