package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.ConversationKey;
import java.util.Optional;

/**
 * Who is at the other end of a chat socket, once they have said hello: a visitor or a user of the
 * backoffice, never both.
 */
record ChatParty(Optional<ConversationKey> visitor, Optional<DemoUser> agent, String name) {
  static ChatParty visitor(ConversationKey key, String name) {
    return new ChatParty(Optional.of(key), Optional.empty(), name);
  }

  static ChatParty agent(DemoUser user) {
    return new ChatParty(Optional.empty(), Optional.of(user), user.name());
  }
}
