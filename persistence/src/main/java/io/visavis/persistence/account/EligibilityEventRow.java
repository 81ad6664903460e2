package io.visavis.persistence.account;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.account.Account.AccessRequest;
import io.visavis.signaling.account.AccountStore.EligibilityChange;
import io.visavis.signaling.account.AccountStore.EligibilityEvent;
import io.visavis.signaling.account.AccountStore.LimitsChange;
import io.visavis.signaling.account.AccountStore.Refusal;
import io.visavis.signaling.account.Limits;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One thing that happened to an account's eligibility; never changed afterwards. */
@Entity(name = "EligibilityEvent")
@Table(name = "eligibility_event")
@Immutable
class EligibilityEventRow {
  private static final String LIMITED = "limited";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Column(name = "happened_at", nullable = false)
  private Instant happenedAt;

  @Column(nullable = false)
  private String actor;

  @Column(nullable = false)
  private String what;

  @Column(name = "eligible_until")
  private Instant eligibleUntil;

  @Column private String note;

  @Column(name = "max_open_sessions")
  private Integer maxOpenSessions;

  @Column(name = "max_requests_per_hour")
  private Integer maxRequestsPerHour;

  protected EligibilityEventRow() {}

  EligibilityEventRow(String accountId, EligibilityChange change) {
    this(accountId, change.at(), change.by(), change.granted() ? "granted" : "revoked");
    eligibleUntil = Instants.micros(change.until());
    note = Text.checked("note", change.note(), 2000);
  }

  EligibilityEventRow(String accountId, AccessRequest request) {
    this(accountId, request.requestedAt(), request.requestedBy(), "requested");
    note = Text.checked("message", request.message(), 2000);
  }

  EligibilityEventRow(String accountId, Refusal refusal) {
    this(accountId, refusal.at(), refusal.by(), "refused");
    note = Text.checked("note", refusal.note(), 2000);
  }

  EligibilityEventRow(String accountId, LimitsChange change) {
    this(accountId, change.at(), change.by(), LIMITED);
    maxOpenSessions = change.wanted().maxOpenSessions();
    maxRequestsPerHour = change.wanted().maxRequestsPerHour();
  }

  private EligibilityEventRow(String accountId, Instant at, String by, String what) {
    this.accountId = accountId;
    this.happenedAt = Instants.micros(at);
    this.actor = Text.checked("by", by, 200);
    this.what = what;
  }

  EligibilityEvent toEvent() {
    var limits = LIMITED.equals(what) ? new Limits(maxOpenSessions, maxRequestsPerHour) : null;
    return new EligibilityEvent(happenedAt, actor, what, eligibleUntil, note, limits);
  }
}
