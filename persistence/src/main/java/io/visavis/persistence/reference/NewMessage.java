package io.visavis.persistence.reference;

import java.time.Instant;

/**
 * A message to be stored.
 *
 * @param key the conversation
 * @param sender which side writes
 * @param clientMsgId the writer's own id, at most 64 characters: the same id again from the same
 *     side of the same conversation is the same message
 * @param authorName the writer's name as the other side sees it, at most 200 characters
 * @param text at most 4,000 characters, without NUL
 * @param at when
 */
public record NewMessage(
    ConversationKey key,
    Sender sender,
    String clientMsgId,
    String authorName,
    String text,
    Instant at) {}
