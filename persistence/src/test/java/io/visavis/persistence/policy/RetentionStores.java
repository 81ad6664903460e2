package io.visavis.persistence.policy;

import io.visavis.signaling.policy.RetentionStore;
import jakarta.persistence.EntityManager;

/** The retention store, for tests of other features. */
public final class RetentionStores {
  private RetentionStores() {}

  /** A store on that entity manager. */
  public static RetentionStore on(EntityManager entities) {
    return new JpaRetentionStore(entities);
  }
}
