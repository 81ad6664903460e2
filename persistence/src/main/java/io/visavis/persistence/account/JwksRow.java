package io.visavis.persistence.account;

import io.visavis.persistence.schema.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where an account's host publishes its keys. */
@Entity(name = "AccountJwks")
@Table(name = "account_jwks")
class JwksRow {
  @Id
  @Column(name = "account_id")
  private String accountId;

  @Column(nullable = false)
  private String url;

  protected JwksRow() {}

  JwksRow(String accountId, String url) {
    this.accountId = accountId;
    this.url = Text.checked("jwks url", url, 2000);
  }

  String url() {
    return url;
  }
}
