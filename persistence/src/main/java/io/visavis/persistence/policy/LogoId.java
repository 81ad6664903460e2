package io.visavis.persistence.policy;

import java.io.Serializable;
import java.util.Objects;

/** The key of a logo: the account that keeps it, and its hash. */
class LogoId implements Serializable {
  private static final long serialVersionUID = 1L;
  private String accountId;
  private String hash;

  protected LogoId() {}

  LogoId(String accountId, String hash) {
    this.accountId = accountId;
    this.hash = hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogoId id && id.accountId.equals(accountId) && id.hash.equals(hash);
  }

  @Override
  public int hashCode() {
    return Objects.hash(accountId, hash);
  }
}
