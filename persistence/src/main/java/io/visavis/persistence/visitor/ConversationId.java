package io.visavis.persistence.visitor;

import java.io.Serializable;
import java.util.Objects;

/** A visitor's id is unique within its account only. */
final class ConversationId implements Serializable {
  private static final long serialVersionUID = 1L;
  private String accountId;
  private String visitorId;

  ConversationId() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof ConversationId that
        && Objects.equals(accountId, that.accountId)
        && Objects.equals(visitorId, that.visitorId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(accountId, visitorId);
  }
}
