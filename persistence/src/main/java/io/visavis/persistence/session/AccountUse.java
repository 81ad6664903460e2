package io.visavis.persistence.session;

import io.visavis.persistence.schema.Instants;
import io.visavis.signaling.account.Limits;
import io.visavis.signaling.session.SessionStore.Created;
import io.visavis.signaling.session.ShareSession;
import jakarta.persistence.EntityManager;
import java.time.Duration;

/**
 * How much an account uses at the moment of a new request. What is counted stands still only while
 * the account's row is locked.
 */
final class AccountUse {
  private static final Duration WINDOW = Duration.ofHours(1);

  private final EntityManager entities;
  private final ShareSession wanted;

  AccountUse(EntityManager entities, ShareSession wanted) {
    this.entities = entities;
    this.wanted = wanted;
  }

  /** Whether one more is allowed: {@link Created#DONE}, or which limit is reached. */
  Created within(Limits limits) {
    if (limits.maxOpenSessions() != null && open() >= limits.maxOpenSessions()) {
      return Created.TOO_MANY_OPEN;
    }
    if (limits.maxRequestsPerHour() != null && lastHour() >= limits.maxRequestsPerHour()) {
      return Created.TOO_MANY_REQUESTS;
    }
    return Created.DONE;
  }

  private long open() {
    return entities
        .createQuery(
            "select count(s) from ShareSession s where s.accountId = :account"
                + " and s.openVisitorId is not null",
            Long.class)
        .setParameter("account", wanted.accountId())
        .getSingleResult();
  }

  private long lastHour() {
    return entities
        .createQuery(
            "select count(s) from ShareSession s where s.accountId = :account"
                + " and s.requestedAt > :since",
            Long.class)
        .setParameter("account", wanted.accountId())
        .setParameter("since", Instants.micros(wanted.requestedAt().minus(WINDOW)))
        .getSingleResult();
  }
}
