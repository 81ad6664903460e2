package io.visavis.persistence.reference;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

/** The primary key of {@link VisitorRow}. */
@Embeddable
class VisitorId implements Serializable {
  private static final long serialVersionUID = 1L;

  @Column(name = "site_key", length = 64, nullable = false)
  private String siteKey;

  @Column(name = "visitor_id", length = 128, nullable = false)
  private String visitorId;

  protected VisitorId() {}

  VisitorId(ConversationKey key) {
    this.siteKey = key.siteKey();
    this.visitorId = key.visitorId();
  }

  ConversationKey toKey() {
    return new ConversationKey(siteKey, visitorId);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VisitorId that
        && siteKey.equals(that.siteKey)
        && visitorId.equals(that.visitorId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(siteKey, visitorId);
  }
}
