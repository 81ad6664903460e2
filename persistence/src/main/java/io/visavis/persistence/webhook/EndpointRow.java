package io.visavis.persistence.webhook;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.token.SecretBox;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.EventType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;

/**
 * Where an account wants its webhooks. Its secrets are sealed with the service secret; those of the
 * first days stand open until the next start.
 */
@Entity(name = "WebhookEndpoint")
// What one transaction changes must not be written back by another that changes something else.
@DynamicUpdate
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

  EndpointRow(Endpoint endpoint, SecretBox box) {
    id = Text.checked("endpoint id", endpoint.id(), 64);
    accountId = Text.checked("account id", endpoint.accountId(), 64);
    createdAt = Instants.micros(endpoint.createdAt());
    describe(
        new Endpoint.Description(
            endpoint.url(), endpoint.events(), endpoint.description(), endpoint.status()));
    secret = sealed("secret", endpoint.secrets().current(), box);
    previousSecret = sealed("previous secret", endpoint.secrets().previous(), box);
    previousUntil = Instants.micros(endpoint.secrets().previousUntil());
  }

  final void describe(Endpoint.Description said) {
    url = Text.checked("url", said.url(), 2000);
    events = words(said.events());
    description = Text.checked("description", said.description(), 200);
    status = said.status().name();
  }

  void roll(String fresh, Instant now, Instant until, SecretBox box) {
    if (secrets(box).previousAt(now).isEmpty()) {
      previousSecret = secret;
      previousUntil = Instants.micros(until);
    }
    secret = sealed("secret", fresh, box);
  }

  void delete() {
    status = DELETED;
    secret = "";
    previousSecret = null;
    previousUntil = null;
  }

  boolean present() {
    return !status.equals(DELETED);
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

  /** Seals what stands open or is sealed with a former service secret; whether it did. */
  boolean reseal(SecretBox box) {
    var open = secrets(box);
    if (!resealable(secret, open.current(), box)
        && !resealable(previousSecret, open.previous(), box)) {
      return false;
    }
    secret = resealed(secret, open.current(), box);
    previousSecret = resealed(previousSecret, open.previous(), box);
    return true;
  }

  private String resealed(String stored, String open, SecretBox box) {
    return resealable(stored, open, box) ? sealed("secret", open, box) : stored;
  }

  /** What cannot be opened stays as it is: the service secret may come back. */
  private static boolean resealable(String stored, String open, SecretBox box) {
    return stored != null && !open.isEmpty() && !box.isPresent(stored);
  }

  private String sealed(String field, String open, SecretBox box) {
    if (open == null || open.isEmpty()) {
      return null;
    }
    var bytes = Text.checked(field, open, 128).getBytes(StandardCharsets.UTF_8);
    return box.seal(context(), bytes);
  }

  /** Empty when the service secret that sealed it is gone. */
  private String opened(String stored, SecretBox box) {
    if (stored == null || !SecretBox.isSealed(stored)) {
      return stored;
    }
    return box.open(context(), stored)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse("");
  }

  /** A sealed secret opens in its own row only. */
  private String context() {
    return "webhook_endpoint " + accountId + " " + id;
  }

  private Endpoint.Secrets secrets(SecretBox box) {
    return new Endpoint.Secrets(opened(secret, box), opened(previousSecret, box), previousUntil);
  }

  Endpoint toEndpoint(SecretBox box) {
    return new Endpoint(
        id,
        accountId,
        url,
        types(),
        description,
        Endpoint.Status.valueOf(status),
        secrets(box),
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
