package io.visavis.backoffice.operator;

import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AccountStore.SessionCounts;
import io.visavis.signaling.account.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An account as the operator sees it.
 *
 * @param reason {@code eligible|never-granted|revoked|past-end-date}
 * @param accessRequest the account admin's open ask, or null
 * @param liveSessions sessions that are open now
 * @param limits what it may have at most
 * @param requestsLastHour share requests within the last hour
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
    long sessionsTotal,
    Limits limits,
    long requestsLastHour) {
  private static final Duration RECENT = Duration.ofHours(1);

  /** An open ask; {@code message} may be null. */
  public record AccessRequest(Instant requestedAt, String requestedBy, String message) {}

  static AccountView of(Account account, AccountStore accounts, Instant now) {
    return all(List.of(account), accounts, now).get(0);
  }

  /** In the same order; their sessions are counted in one go. */
  static List<AccountView> all(List<Account> found, AccountStore accounts, Instant now) {
    var counts = accounts.counts(found.stream().map(Account::id).toList(), now.minus(RECENT));
    return found.stream().map(one -> of(one, counts.get(one.id()), accounts, now)).toList();
  }

  private static AccountView of(
      Account account, SessionCounts counts, AccountStore accounts, Instant now) {
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
        counts.total(),
        accounts.limits(account.id()),
        counts.recent());
  }
}
