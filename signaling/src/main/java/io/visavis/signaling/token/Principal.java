package io.visavis.signaling.token;

import java.time.Instant;

/** Who a verified token speaks for. Nothing in a message can change it. */
public sealed interface Principal {

  /** When the right to speak ends unless it is renewed. */
  Instant expiresAt();

  /** The account it is bound to. */
  String accountId();

  /**
   * An agent or account admin of a host.
   *
   * @param name as the visitor sees it
   * @param onlyVisitor the one visitor the token is good for, or null for all of the account
   * @param kid the account's key that signed the token, or null where it does not matter
   */
  record Agent(
      String accountId,
      String agentId,
      String name,
      Role role,
      String onlyVisitor,
      Instant expiresAt,
      String kid)
      implements Principal {

    /** An agent without a key to speak of. */
    public Agent(
        String accountId,
        String agentId,
        String name,
        Role role,
        String onlyVisitor,
        Instant expiresAt) {
      this(accountId, agentId, name, role, onlyVisitor, expiresAt, null);
    }

    /** Whether the token's scope covers that visitor. */
    public boolean mayReach(String visitorId) {
      return onlyVisitor == null || onlyVisitor.equals(visitorId);
    }
  }

  /** What an agent token lets its holder do. */
  enum Role {
    AGENT,
    ADMIN
  }

  /**
   * A visitor's page or popup.
   *
   * @param popup whether this is the sharing window, which alone may capture
   */
  record Visitor(String accountId, String visitorId, boolean popup, Instant expiresAt)
      implements Principal {}
}
