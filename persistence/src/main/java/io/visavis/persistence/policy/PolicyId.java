package io.visavis.persistence.policy;

import java.io.Serializable;
import java.util.Objects;

/** The key of a version: account and number. */
class PolicyId implements Serializable {
  private static final long serialVersionUID = 1L;
  private String accountId;
  private int version;

  protected PolicyId() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof PolicyId id && id.accountId.equals(accountId) && id.version == version;
  }

  @Override
  public int hashCode() {
    return Objects.hash(accountId, version);
  }
}
