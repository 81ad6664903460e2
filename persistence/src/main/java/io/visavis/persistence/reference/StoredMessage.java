package io.visavis.persistence.reference;

import java.time.Instant;

/**
 * A message of a conversation.
 *
 * @param id grows within a conversation in the order of storing
 */
public record StoredMessage(
    long id,
    ConversationKey key,
    Sender sender,
    String clientMsgId,
    String authorName,
    String text,
    Instant at) {}
