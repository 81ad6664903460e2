package io.visavis.signaling.token;

import io.visavis.signaling.account.AgentKey;
import java.util.Optional;

/** The keys that hosts publish themselves, as JWK Sets (RFC 7517 section 5). */
@FunctionalInterface
public interface PublishedKeys {

  /** No host publishes any. */
  PublishedKeys NONE = (accountId, kid) -> Optional.empty();

  /**
   * The public key of that id in the account's own set. May wait for the host, but for a bounded
   * time only, and never throws because of what the host does.
   */
  Optional<AgentKey> find(String accountId, String kid);
}
