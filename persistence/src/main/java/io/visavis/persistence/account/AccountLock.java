package io.visavis.persistence.account;

import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.account.Limits;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** The lock on an account's row that writers take before anything else of that account. */
public final class AccountLock {
  private AccountLock() {}

  /**
   * Waits until this transaction alone may write the account and what hangs on its eligibility, and
   * holds that until the transaction's end.
   *
   * @return the eligibility that stands while the lock is held; empty for an unknown account
   */
  public static Optional<Eligibility> take(EntityManager entities, String accountId) {
    return row(entities, accountId)
        .map(
            row -> {
              entities.detach(row);
              return row.eligibility();
            });
  }

  /**
   * As {@link #take}, with what the operator allows at most.
   *
   * @return empty for an unknown account
   */
  public static Optional<Terms> terms(EntityManager entities, String accountId) {
    return row(entities, accountId)
        .map(
            row -> {
              entities.detach(row);
              return new Terms(row.eligibility(), row.limits());
            });
  }

  /** What an account may do. */
  public record Terms(Eligibility eligibility, Limits limits) {}

  /** The locked row itself, managed, as it is after the wait. */
  static Optional<AccountRow> row(EntityManager entities, String accountId) {
    return entities
        .createQuery("from Account a where a.id = :id", AccountRow.class)
        .setParameter("id", accountId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .stream()
        .findFirst();
  }
}
