package io.visavis.persistence.webhook;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.EventType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an account wants its webhooks. */
@Entity(name = "WebhookEndpoint")
@Table(name = "webhook_endpoint")
class EndpointRow {
  /** What {@link #status} says of an endpoint that is there no more. */
  static final String DELETED = "DELETED";

  @Id private String id;

  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Column(nullable = false)
  private String url;

  @Column(nullable = false)
  private String events;

  @Column private String description;

  @Column(nullable = false)
  private String status;

  @Column(nullable = false)
  private String secret;

  @Column(name = "previous_secret")
  private String previousSecret;

  @Column(name = "previous_until")
  private Instant previousUntil;

  @Column(name = "spare_until")
  private Instant spareUntil;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  protected EndpointRow() {}

  EndpointRow(Endpoint endpoint) {
    id = Text.checked("endpoint id", endpoint.id(), 64);
    accountId = Text.checked("account id", endpoint.accountId(), 64);
    createdAt = Instants.micros(endpoint.createdAt());
    describe(endpoint);
  }

  final void describe(Endpoint endpoint) {
    url = Text.checked("url", endpoint.url(), 2000);
    events = words(endpoint.events());
    description = Text.checked("description", endpoint.description(), 200);
    status = endpoint.status().name();
    secret = Text.checked("secret", endpoint.secrets().current(), 128);
    previousSecret = Text.checked("previous secret", endpoint.secrets().previous(), 128);
    previousUntil = Instants.micros(endpoint.secrets().previousUntil());
  }

  void delete() {
    status = DELETED;
    secret = "";
    previousSecret = null;
    previousUntil = null;
  }

  void spare(Instant until) {
    spareUntil = Instants.micros(until);
  }

  void gone() {
    if (status.equals(Endpoint.Status.ENABLED.name())) {
      status = Endpoint.Status.GONE.name();
    }
  }

  String id() {
    return id;
  }

  boolean wants(EventType type) {
    return events.isEmpty() || Arrays.asList(events.split(",")).contains(type.word());
  }

  Endpoint toEndpoint() {
    return new Endpoint(
        id,
        accountId,
        url,
        types(),
        description,
        Endpoint.Status.valueOf(status),
        new Endpoint.Secrets(secret, previousSecret, previousUntil),
        createdAt);
  }

  private Set<EventType> types() {
    var types = EnumSet.noneOf(EventType.class);
    for (var word : events.split(",")) {
      EventType.chosen(word).ifPresent(types::add);
    }
    return types;
  }

  private static String words(Collection<EventType> types) {
    return types.stream().sorted().map(EventType::word).collect(Collectors.joining(","));
  }
}
