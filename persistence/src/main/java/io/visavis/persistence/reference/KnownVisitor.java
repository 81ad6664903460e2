package io.visavis.persistence.reference;

import java.time.Instant;

/**
 * What is remembered of a visitor.
 *
 * @param page the last page seen; null when none was told
 * @param visits how often they came; a new visit starts after half an hour of absence
 * @param messages how many messages the conversation holds, of both sides
 * @param unread how many of the visitor's messages no agent has read yet
 */
public record KnownVisitor(
    ConversationKey key,
    String name,
    String device,
    String browser,
    String language,
    ViewedPage page,
    Instant firstSeenAt,
    Instant lastSeenAt,
    int visits,
    int messages,
    int unread) {}
