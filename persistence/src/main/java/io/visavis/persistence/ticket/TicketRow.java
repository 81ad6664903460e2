package io.visavis.persistence.ticket;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.token.TicketStore.Ticket;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A ticket that nobody has spent yet. */
@Entity(name = "Ticket")
@Table(name = "ticket")
class TicketRow {
  @Id private String hash;

  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Column(name = "visitor_id", nullable = false)
  private String visitorId;

  @Column(name = "session_id", nullable = false)
  private String sessionId;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  protected TicketRow() {}

  TicketRow(Ticket ticket) {
    hash = Text.checked("ticket hash", ticket.hash(), 64);
    accountId = Text.checked("account id", ticket.accountId(), 64);
    visitorId = Text.checked("visitor id", ticket.visitorId(), 128);
    sessionId = Text.checked("session id", ticket.sessionId(), 64);
    expiresAt = Instants.micros(ticket.expiresAt());
  }

  Ticket toTicket() {
    return new Ticket(hash, accountId, visitorId, sessionId, expiresAt);
  }
}
