package io.visavis.persistence.account;

import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.token.SecretBox;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The account store, for tests of other features. */
public final class AccountStores {
  static final SecretBox BOX = new SecretBox(List.of("a service secret of more than 32 bytes"));

  private AccountStores() {}

  /** A store on that entity manager. */
  public static AccountStore on(EntityManager entities) {
    return new JpaAccountStore(entities, BOX);
  }
}
