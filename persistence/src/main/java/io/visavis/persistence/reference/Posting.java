package io.visavis.persistence.reference;

/**
 * The outcome of storing a message.
 *
 * @param message the message as stored; that of the first time when it was sent again
 * @param visitor the visitor with counters that include it
 * @param isNew false when the same message was already there
 */
public record Posting(StoredMessage message, KnownVisitor visitor, boolean isNew) {}
