package io.visavis.signaling.policy;

import java.time.Instant;
import java.util.List;

/**
 * Forgets what accounts keep no longer. Every method is its own transaction, may be repeated, and
 * may run on several nodes at once.
 */
public interface RetentionStore {

  /**
   * For how long one account keeps its sessions.
   *
   * @param days as the account chose, or null for the service's default
   */
  record Term(String accountId, Integer days) {}

  /** The terms of all accounts, by id. */
  List<Term> terms();

  /**
   * Forgets sessions of an account that ended before {@code then}, with their transitions and
   * consents; never an open one.
   *
   * @param limit how many at most, the oldest first
   * @return how many
   */
  int forgetSessions(String accountId, Instant then, int limit);

  /** Forgets calls for help from before {@code then}; returns how many. */
  int forgetHelpCalls(String accountId, Instant then, int limit);

  /**
   * Forgets events for webhooks from before {@code then} that no endpoint waits for, with their
   * deliveries; returns how many events.
   */
  int forgetMessages(String accountId, Instant then, int limit);

  /**
   * Forgets which conversation visitors were in, where that was said before {@code then} and
   * neither a session nor a call for help of theirs is kept; returns how many.
   */
  int forgetConversations(String accountId, Instant then, int limit);
}
