package io.visavis.signaling.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Issues and spends the single-use tickets with which a popup comes in. */
public final class Tickets {
  private final TicketStore store;
  private final Duration life;
  private final Clock clock;

  /** Tickets that live for {@code life}, at most 60 s. */
  public Tickets(TicketStore store, Duration life, Clock clock) {
    this.store = store;
    this.life = life;
    this.clock = clock;
  }

  /** A ticket's text, for the URL fragment, and how long it is good from now on. */
  public record Issued(String ticket, Duration life) {
    @Override
    public String toString() {
      return "Issued[" + life + "]";
    }
  }

  /** A fresh ticket for the popup of that visitor's session. */
  public Issued issue(String accountId, String visitorId, String sessionId) {
    var ticket = RandomIds.ticket();
    var expiresAt = clock.instant().plus(life);
    store.issue(
        new TicketStore.Ticket(Sha256.of(ticket), accountId, visitorId, sessionId, expiresAt));
    return new Issued(ticket, life);
  }

  /** Spends a ticket; empty when unknown, spent or expired. */
  public Optional<TicketStore.Ticket> spend(String ticket) {
    return store.spend(Sha256.of(ticket), clock.instant());
  }
}
