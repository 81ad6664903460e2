package io.visavis.signaling.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where accounts, their keys and the history of their eligibility are kept. */
public interface AccountStore {

  Optional<Account> byId(String accountId);

  Optional<Account> bySiteKey(String siteKey);

  /** Accounts whose name or site key contains {@code query} (any case; null for all), by name. */
  List<Account> list(String query, int limit);

  /** Accounts with an open ask for access, the longest waiting first. */
  List<Account> asking(int limit);

  /**
   * Stores the operator's word and its history row in one transaction; closes an open access
   * request when it grants.
   */
  Optional<Account> setEligibility(String accountId, EligibilityChange change);

  /**
   * Tells the hosts of accounts whose grant has passed its end, each once, whoever calls.
   *
   * @return how many accounts it were
   */
  int tellEnds(Instant now, int limit);

  /** Opens the account admin's ask for access; an open one stays as it is. */
  Optional<Account> requestAccess(String accountId, Account.AccessRequest request);

  /**
   * Closes the account admin's open ask without granting it, and stores the history row in the same
   * transaction; an account that does not ask stays as it is.
   */
  Optional<Account> refuseAccess(String accountId, Refusal refusal);

  /** The refusal that answered the account's last ask; empty once anything came after it. */
  Optional<Refusal> lastRefusal(String accountId);

  /** What happened to an account's eligibility, newest first. */
  List<EligibilityEvent> history(String accountId, int limit);

  /** What the operator allows that account at most; {@link Limits#NONE} also when unknown. */
  Limits limits(String accountId);

  /**
   * Stores the operator's limits and their history row in one transaction. They hold for requests
   * from now on; what is open stays. Limits that stand already are not stored again, whatever was
   * seen.
   *
   * @return empty when others stand than were seen, or for an unknown account: nothing has changed
   */
  Optional<Account> setLimits(String accountId, LimitsChange change);

  /**
   * Numbers of sessions by account; an account without any, and an unknown one, has none.
   *
   * @param since those requested after that are also counted apart
   */
  Map<String, SessionCounts> counts(Collection<String> accountIds, Instant since);

  /**
   * Adds an account, or replaces its name and origins; eligibility of an existing account is kept.
   * The given keys stand afterwards as they are given, active; other keys of the account stay.
   */
  void put(Account account, List<AgentKey> keys);

  /** The operator's word. {@code until} and {@code note} may be null. */
  record EligibilityChange(boolean granted, Instant until, String by, String note, Instant at) {}

  /** The operator's limits, and those that stood when they were decided. */
  record LimitsChange(Limits seen, Limits wanted, String by, Instant at) {}

  /** The operator's no to an ask for access. {@code note} is for the account admin; may be null. */
  record Refusal(Instant at, String by, String note) {}

  /**
   * One row of history.
   *
   * @param action {@code granted|revoked|requested|refused|limited}
   * @param limits with {@code limited}, otherwise null
   */
  record EligibilityEvent(
      Instant at, String by, String action, Instant until, String note, Limits limits) {}

  /** How many sessions are open now, how many there were, and how many of them since a moment. */
  record SessionCounts(long open, long total, long recent) {
    /** No session at all. */
    public static final SessionCounts NONE = new SessionCounts(0, 0, 0);
  }
}
