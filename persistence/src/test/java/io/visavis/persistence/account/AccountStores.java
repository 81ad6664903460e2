package io.visavis.persistence.account;

import io.visavis.signaling.account.AccountStore;
import jakarta.persistence.EntityManager;

/** The account store, for tests of other features. */
public final class AccountStores {
  private AccountStores() {}

  /** A store on that entity manager. */
  public static AccountStore on(EntityManager entities) {
    return new JpaAccountStore(entities);
  }
}
