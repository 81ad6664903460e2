package io.visavis.signaling.visitor;

import java.time.Instant;

/**
 * What is remembered of one visitor.
 *
 * @param conversationId the conversation that the host's server named, or null
 * @param helpAskedAt when the visitor last called for help that nobody has given yet, or null
 * @param openSessionId the session that is open now, or null
 * @param requests how many share requests there were
 * @param shares how many of them came to be live
 * @param lastRequestedAt when the last one was sent, or null
 */
public record VisitorFacts(
    String conversationId,
    Instant helpAskedAt,
    String openSessionId,
    long requests,
    long shares,
    Instant lastRequestedAt) {

  /** Of a visitor of whom nothing is remembered. */
  public static final VisitorFacts NONE = new VisitorFacts(null, null, null, 0, 0, null);
}
