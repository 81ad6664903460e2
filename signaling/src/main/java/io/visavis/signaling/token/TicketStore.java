package io.visavis.signaling.token;

import java.time.Instant;
import java.util.Optional;

/** Single-use tickets, kept as SHA-256 hashes only. */
public interface TicketStore {

  /** Remembers a ticket until it is spent or expires. */
  void issue(Ticket ticket);

  /** Spends it: exactly one caller ever gets it, and only before its expiry. */
  Optional<Ticket> spend(String hash, Instant now);

  /** Deletes what expired before {@code now}; returns how many. */
  int purge(Instant now);

  /** {@code hash}: base64url SHA-256 of the ticket's text. */
  record Ticket(
      String hash, String accountId, String visitorId, String sessionId, Instant expiresAt) {}
}
