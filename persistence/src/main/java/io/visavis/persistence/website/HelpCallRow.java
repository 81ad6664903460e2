package io.visavis.persistence.website;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.website.HelpCall;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A visitor's call for help. */
@Entity(name = "HelpCall")
@Table(name = "help_call")
class HelpCallRow {
  @Id private String id;

  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Column(name = "visitor_id", nullable = false)
  private String visitorId;

  @Column(name = "conversation_id")
  private String conversationId;

  @Column(name = "asked_at", nullable = false)
  private Instant askedAt;

  @Column(name = "answered_at")
  private Instant answeredAt;

  protected HelpCallRow() {}

  HelpCallRow(HelpCall call) {
    id = Text.checked("call id", call.id(), 64);
    accountId = Text.checked("account id", call.accountId(), 64);
    visitorId = Text.checked("visitor id", call.visitorId(), 128);
    conversationId = Text.checked("conversation id", call.conversationId(), 128);
    askedAt = Instants.micros(call.askedAt());
    answeredAt = Instants.micros(call.answeredAt());
  }

  HelpCall toCall() {
    return new HelpCall(id, accountId, visitorId, conversationId, askedAt, answeredAt);
  }
}
