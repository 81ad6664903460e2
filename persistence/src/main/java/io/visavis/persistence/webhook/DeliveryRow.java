package io.visavis.persistence.webhook;

import io.visavis.persistence.schema.Instants;
import io.visavis.signaling.token.RandomIds;
import io.visavis.signaling.webhook.Delivery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One event on its way to one endpoint. */
@Entity(name = "WebhookDelivery")
@Table(name = "webhook_delivery")
class DeliveryRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long number;

  @Column(nullable = false)
  private String id;

  @Column(name = "message_id", nullable = false)
  private String messageId;

  @Column(name = "endpoint_id", nullable = false)
  private String endpointId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private Delivery.Status status;

  @Column(nullable = false)
  private int step;

  @Column(nullable = false)
  private int attempts;

  @Column(nullable = false)
  private long version;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "next_at")
  private Instant nextAt;

  @Column(name = "last_at")
  private Instant lastAt;

  @Column(name = "last_status")
  private Integer lastStatus;

  @Column(name = "last_error")
  private String lastError;

  @Column(name = "last_answer")
  private String lastAnswer;

  protected DeliveryRow() {}

  DeliveryRow(String messageId, String endpointId, Instant now) {
    this.id = "whd_" + RandomIds.id();
    this.messageId = messageId;
    this.endpointId = endpointId;
    this.status = Delivery.Status.WAITING;
    this.createdAt = Instants.micros(now);
    this.nextAt = createdAt;
  }

  String id() {
    return id;
  }

  Delivery toDelivery(MessageRow message) {
    var last =
        lastAt == null ? null : new Delivery.Attempt(lastAt, lastStatus, lastError, lastAnswer);
    return new Delivery(
        id,
        endpointId,
        messageId,
        message.type(),
        message.body(),
        status,
        step,
        attempts,
        createdAt,
        nextAt,
        version,
        last);
  }
}
