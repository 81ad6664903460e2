package io.visavis.persistence.reference;

import java.time.Instant;

/**
 * A visitor comes to the website, or comes back to it.
 *
 * @param key which visitor, of which site
 * @param name what to call a visitor who is new; one who is known keeps their name
 * @param device {@code desktop}, {@code phone} or {@code tablet}
 * @param browser the browser's name, at most 60 characters
 * @param language a BCP 47 tag, at most 35 characters
 * @param page what they look at; null when unknown
 * @param at when
 */
public record Arrival(
    ConversationKey key,
    String name,
    String device,
    String browser,
    String language,
    ViewedPage page,
    Instant at) {}
