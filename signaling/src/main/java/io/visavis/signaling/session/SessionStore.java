package io.visavis.signaling.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where sessions are kept; the database behind it decides every transition. All methods are their
 * own transaction unless one is running. Every look-up is keyed by account: a foreign id is as
 * unknown as an id that never was.
 */
public interface SessionStore {

  /** What {@link #create} found. */
  enum Created {
    /** Stored. */
    DONE,
    /** That visitor already has an open session; nothing was stored. */
    VISITOR_BUSY,
    /** The account may not share screens (any more); nothing was stored. */
    NOT_ELIGIBLE,
    /** The account has as many open sessions as its operator allows; nothing was stored. */
    TOO_MANY_OPEN,
    /** The account sent as many requests in an hour as its operator allows; nothing was stored. */
    TOO_MANY_REQUESTS
  }

  /**
   * Stores a new request with its first transition row, if the account is eligible at {@code
   * session.requestedAt()}, the visitor has no open session and the account is within its limits;
   * all of it is decided in one transaction.
   */
  Created create(ShareSession session);

  /**
   * Moves a session: one conditional update on id, state and version of {@code from}, with the
   * transition's audit row and consent rows in the same transaction.
   *
   * @param requireEligible also make the update depend on the account's eligibility at that moment
   * @return whether this caller won; false when someone else moved it first or the account is not
   *     eligible
   */
  boolean move(
      ShareSession from, Decision.Moved moved, Transition transition, boolean requireEligible);

  /** One session of that account. */
  Optional<ShareSession> find(String accountId, String sessionId);

  /** The open session of a visitor; there is at most one. */
  Optional<ShareSession> openOf(String accountId, String visitorId);

  /** Open sessions whose deadline is at or before {@code now}, the most overdue first. */
  List<ShareSession> due(Instant now, int limit);

  /** Open sessions of accounts that are not eligible at {@code now}. */
  List<ShareSession> openWithoutEligibility(Instant now, int limit);

  /** All open sessions; used once at start. */
  List<ShareSession> open(int limit);

  /**
   * Sessions of an account, newest first.
   *
   * @param visitorId only that visitor's, or null for all
   * @param before only sessions requested before that one ({@code id} of the last row of the page
   *     before), or null
   */
  List<ShareSession> history(String accountId, String visitorId, String before, int limit);
}
