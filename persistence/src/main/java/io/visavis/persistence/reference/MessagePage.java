package io.visavis.persistence.reference;

import java.util.List;

/**
 * A stretch of a conversation.
 *
 * @param items oldest first
 * @param more whether there are older ones
 */
public record MessagePage(List<StoredMessage> items, boolean more) {
  public MessagePage {
    items = List.copyOf(items);
  }
}
