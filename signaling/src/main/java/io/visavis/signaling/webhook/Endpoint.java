package io.visavis.signaling.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where an account wants its webhooks.
 *
 * @param id {@code whe_…}
 * @param events what it wants; empty: everything
 * @param description the account's own words, or null
 * @param status whether anything is sent to it
 * @param createdAt when it was added
 */
public record Endpoint(
    String id,
    String accountId,
    String url,
    Set<EventType> events,
    String description,
    Status status,
    Secrets secrets,
    Instant createdAt) {

  /** What the account says of an endpoint, all of it; {@code description} may be null. */
  public record Description(String url, Set<EventType> events, String description, Status status) {}

  /** Whether anything is sent. */
  public enum Status {
    ENABLED("enabled"),
    /** Switched off by the account admin. */
    DISABLED("disabled"),
    /** Switched off because the receiver answered 410. */
    GONE("gone");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** The machine word. */
    public String word() {
      return word;
    }
  }

  /**
   * What deliveries are signed with.
   *
   * @param current {@code whsec_…}; empty when it was sealed by a service secret that is gone
   * @param previous the one before, or null
   * @param previousUntil until when the previous one signs too, or null
   */
  public record Secrets(String current, String previous, Instant previousUntil) {
    /** The previous secret while it still signs. */
    public Optional<String> previousAt(Instant now) {
      return Optional.ofNullable(previous)
          .filter(secret -> previousUntil != null && now.isBefore(previousUntil));
    }

    /** Never the secrets. */
    @Override
    public String toString() {
      return "Secrets[…]";
    }
  }
}
