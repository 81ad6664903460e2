package io.visavis.signaling.website;

import java.time.Instant;

/**
 * A visitor asked for help.
 *
 * @param id at least 128 random bits, base64url
 * @param conversationId the host's conversation, or null
 * @param answeredAt when an agent sent this visitor a share request, or null
 */
public record HelpCall(
    String id,
    String accountId,
    String visitorId,
    String conversationId,
    Instant askedAt,
    Instant answeredAt) {}
