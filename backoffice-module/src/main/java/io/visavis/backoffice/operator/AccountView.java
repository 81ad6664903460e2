package io.visavis.backoffice.operator;

import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore.SessionCounts;
import java.time.Instant;
import java.util.List;

/**
 * An account as the operator sees it.
 *
 * @param reason {@code eligible|never-granted|revoked|past-end-date}
 * @param accessRequest the account admin's open ask, or null
 * @param liveSessions sessions that are open now
 */
public record AccountView(
    String id,
    String name,
    String siteKey,
    List<String> siteOrigins,
    List<String> backofficeOrigins,
    boolean eligible,
    Instant eligibleUntil,
    String reason,
    AccessRequest accessRequest,
    long liveSessions,
    long sessionsTotal) {

  /** An open ask; {@code message} may be null. */
  public record AccessRequest(Instant requestedAt, String requestedBy, String message) {}

  static AccountView of(Account account, SessionCounts counts, Instant now) {
    var ask = account.accessRequest();
    return new AccountView(
        account.id(),
        account.name(),
        account.siteKey(),
        account.siteOrigins(),
        account.backofficeOrigins(),
        account.eligibility().holdsAt(now),
        account.eligibility().until(),
        account.eligibility().reasonAt(now),
        ask == null ? null : new AccessRequest(ask.requestedAt(), ask.requestedBy(), ask.message()),
        counts.open(),
        counts.total());
  }
}
