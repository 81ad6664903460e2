package io.visavis.persistence.reference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A chat message of the reference host. */
@Entity(name = "ReferenceMessage")
@Table(name = "ref_message")
class MessageRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "id")
  private Long id;

  @Column(name = "site_key", length = 64, nullable = false)
  private String siteKey;

  @Column(name = "visitor_id", length = 128, nullable = false)
  private String visitorId;

  // Kept as its word: an enum mapping would become a native type on H2 and a CHECK on PostgreSQL.
  @Column(name = "sender", length = 16, nullable = false)
  private String sender;

  @Column(name = "client_msg_id", length = 64, nullable = false)
  private String clientMsgId;

  @Column(name = "author_name", length = 200, nullable = false)
  private String authorName;

  @Column(name = "body", length = 4000, nullable = false)
  private String body;

  @Column(name = "posted_at", nullable = false)
  private Instant postedAt;

  protected MessageRow() {}

  MessageRow(NewMessage message) {
    this.siteKey = message.key().siteKey();
    this.visitorId = message.key().visitorId();
    this.sender = message.sender().word();
    this.clientMsgId = message.clientMsgId();
    this.authorName = message.authorName();
    this.body = message.text();
    this.postedAt = VisitorRow.micros(message.at());
  }

  StoredMessage toMessage() {
    return new StoredMessage(
        id,
        new ConversationKey(siteKey, visitorId),
        Sender.ofWord(sender),
        clientMsgId,
        authorName,
        body,
        postedAt);
  }
}
