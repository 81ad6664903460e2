package io.visavis.persistence.reference;

import java.util.Objects;

/**
 * Names one visitor of one website, and so the one conversation they have with its agents.
 *
 * @param siteKey the account's public key, at most 64 characters
 * @param visitorId the opaque visitor id, at most 128 characters; unique within the site only
 */
public record ConversationKey(String siteKey, String visitorId) {
  public ConversationKey {
    Objects.requireNonNull(siteKey, "siteKey");
    Objects.requireNonNull(visitorId, "visitorId");
  }
}
