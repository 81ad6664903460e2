package io.visavis.persistence.visitor;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** The conversation that a host's server named for a visitor. */
@Entity(name = "VisitorConversation")
@IdClass(ConversationId.class)
@Table(name = "visitor_conversation")
class ConversationRow {
  @Id
  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Id
  @Column(name = "visitor_id", nullable = false)
  private String visitorId;

  @Column(name = "conversation_id")
  private String conversationId;

  @Column(name = "named_at", nullable = false)
  private Instant namedAt;

  protected ConversationRow() {}

  ConversationRow(String accountId, String visitorId, String conversationId, Instant at) {
    this.accountId = Text.checked("account id", accountId, 64);
    this.visitorId = Text.checked("visitor id", visitorId, 128);
    this.conversationId = Text.checked("conversation id", conversationId, 128);
    this.namedAt = Instants.micros(at);
  }
}
