package io.visavis.persistence.account;

import java.io.Serializable;
import java.util.Objects;

/** Account and kid: two accounts may have a key of the same id. */
final class AgentKeyId implements Serializable {
  private static final long serialVersionUID = 1L;
  private String accountId;
  private String kid;

  AgentKeyId() {}

  AgentKeyId(String accountId, String kid) {
    this.accountId = accountId;
    this.kid = kid;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AgentKeyId id
        && Objects.equals(accountId, id.accountId)
        && Objects.equals(kid, id.kid);
  }

  @Override
  public int hashCode() {
    return Objects.hash(accountId, kid);
  }
}
