package io.visavis.signaling.endpoint;

import io.visavis.signaling.token.TicketStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tickets in memory: spent once, and in time. */
final class MemoryTickets implements TicketStore {
  private final Map<String, Ticket> tickets = new HashMap<>();

  @Override
  public void issue(Ticket ticket) {
    tickets.put(ticket.hash(), ticket);
  }

  @Override
  public Optional<Ticket> spend(String hash, Instant now) {
    return Optional.ofNullable(tickets.remove(hash))
        .filter(ticket -> now.isBefore(ticket.expiresAt()));
  }

  @Override
  public int purge(Instant now) {
    return 0;
  }
}
