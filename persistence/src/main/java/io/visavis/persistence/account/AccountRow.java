package io.visavis.persistence.account;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore.EligibilityChange;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.account.Limits;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An account with its eligibility and its open ask for access. */
@Entity(name = "Account")
@Table(name = "account")
class AccountRow {
  @Id private String id;

  @Column(name = "site_key", nullable = false)
  private String siteKey;

  @Column(nullable = false)
  private String name;

  @Column(name = "search_text", nullable = false)
  private String searchText;

  @Column(name = "site_origins", nullable = false)
  private String siteOrigins;

  @Column(name = "backoffice_origins", nullable = false)
  private String backofficeOrigins;

  @Column(nullable = false)
  private boolean eligible;

  @Column(name = "eligible_until")
  private Instant eligibleUntil;

  @Column(name = "eligible_end_told", nullable = false)
  private boolean eligibleEndTold;

  @Column(name = "max_open_sessions")
  private Integer maxOpenSessions;

  @Column(name = "max_requests_per_hour")
  private Integer maxRequestsPerHour;

  @Column(name = "ever_eligible", nullable = false)
  private boolean everEligible;

  @Column(name = "access_requested_at")
  private Instant accessRequestedAt;

  @Column(name = "access_requested_by")
  private String accessRequestedBy;

  @Column(name = "access_request_message")
  private String accessRequestMessage;

  protected AccountRow() {}

  AccountRow(Account account) {
    id = Text.checked("account id", account.id(), 64);
    describe(account);
    eligible = account.eligibility().granted();
    eligibleUntil = Instants.micros(account.eligibility().until());
    everEligible = eligible || account.eligibility().everGranted();
    ask(account.accessRequest());
  }

  /** Takes over everything but eligibility and the ask for access. */
  final void describe(Account account) {
    siteKey = Text.checked("site key", account.siteKey(), 128);
    name = Text.checked("account name", account.name(), 200);
    searchText = SearchText.of(account);
    siteOrigins = Origins.joined("site origins", account.siteOrigins());
    backofficeOrigins = Origins.joined("backoffice origins", account.backofficeOrigins());
  }

  final void ask(Account.AccessRequest request) {
    accessRequestedAt = request == null ? null : Instants.micros(request.requestedAt());
    accessRequestedBy =
        request == null ? null : Text.checked("requested by", request.requestedBy(), 200);
    accessRequestMessage =
        request == null ? null : Text.checked("message", request.message(), 2000);
  }

  void decide(EligibilityChange change) {
    eligible = change.granted();
    eligibleUntil = change.granted() ? Instants.micros(change.until()) : null;
    eligibleEndTold = false;
    if (change.granted()) {
      everEligible = true;
      ask(null);
    }
  }

  void limit(Limits limits) {
    maxOpenSessions = limits.maxOpenSessions();
    maxRequestsPerHour = limits.maxRequestsPerHour();
  }

  Limits limits() {
    return new Limits(maxOpenSessions, maxRequestsPerHour);
  }

  /** Whether the grant has passed its end and nobody was told; from now on somebody was. */
  boolean tellEnd(Instant now) {
    var due = eligible && !eligibleEndTold && !eligibility().holdsAt(now);
    eligibleEndTold |= due;
    return due;
  }

  boolean asked() {
    return accessRequestedAt != null;
  }

  String id() {
    return id;
  }

  Eligibility eligibility() {
    return new Eligibility(eligible, eligibleUntil, everEligible);
  }

  Account toAccount() {
    return new Account(
        id,
        siteKey,
        name,
        Origins.split(siteOrigins),
        Origins.split(backofficeOrigins),
        eligibility(),
        asked()
            ? new Account.AccessRequest(accessRequestedAt, accessRequestedBy, accessRequestMessage)
            : null);
  }
}
