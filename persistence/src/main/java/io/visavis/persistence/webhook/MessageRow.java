package io.visavis.persistence.webhook;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.webhook.EventType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** An event with the body that every delivery of it has. */
@Entity(name = "WebhookMessage")
@Table(name = "webhook_message")
@Immutable
class MessageRow {
  private static final int LONGEST = 20_000;

  @Id private String id;

  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Column(nullable = false)
  private String type;

  @Column(nullable = false)
  private String body;

  @Column(name = "happened_at", nullable = false)
  private Instant happenedAt;

  protected MessageRow() {}

  MessageRow(String id, String accountId, EventType type, String body, Instant happenedAt) {
    this.id = id;
    this.accountId = accountId;
    this.type = type.word();
    this.body = Text.checked("webhook body", body, LONGEST);
    this.happenedAt = Instants.micros(happenedAt);
  }

  String id() {
    return id;
  }

  String type() {
    return type;
  }

  String body() {
    return body;
  }
}
