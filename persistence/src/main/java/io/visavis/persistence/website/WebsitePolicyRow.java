package io.visavis.persistence.website;

import io.visavis.signaling.website.WebsitePolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one account decided about its website. */
@Entity(name = "WebsitePolicy")
@Table(name = "website_policy")
class WebsitePolicyRow {
  @Id
  @Column(name = "account_id")
  private String accountId;

  @Column(name = "signed_visitors_only", nullable = false)
  private boolean signedVisitorsOnly;

  @Column(name = "visitors_may_ask", nullable = false)
  private boolean visitorsMayAsk;

  protected WebsitePolicyRow() {}

  WebsitePolicyRow(String accountId) {
    this.accountId = accountId;
  }

  void decide(WebsitePolicy policy) {
    signedVisitorsOnly = policy.signedVisitorsOnly();
    visitorsMayAsk = policy.visitorsMayAsk();
  }

  WebsitePolicy toPolicy() {
    return new WebsitePolicy(signedVisitorsOnly, visitorsMayAsk);
  }
}
