package io.visavis.signaling.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One share session as the database holds it. Immutable; instants are UTC, truncated to
 * microseconds so that they come back from every database as they went in.
 *
 * @param id at least 128 random bits, base64url
 * @param version counts the stored transitions; with the state it guards each conditional update
 * @param conversationId the host's conversation, or null
 * @param surface what the visitor picked, {@code monitor|window|browser|unknown}, or null before
 * @param consentWording which consent text was accepted, or null before the yes
 * @param consentLanguage its language, or null before the yes
 * @param mediaAt when the agent saw the first frame, or null
 * @param endDetail a machine word that narrows the reason, or null
 * @param deadline when it ends by itself, or null
 * @param byLink whether the request goes to the visitor as a link rather than onto their page; it
 *     then waits for its answer without the agent
 * @param relayOnly whether its pictures may travel over a relay only: the account's rule of when it
 *     was requested
 */
public record ShareSession(
    String id,
    long version,
    String accountId,
    String visitorId,
    String conversationId,
    String agentId,
    String agentName,
    SessionState state,
    boolean capturing,
    boolean activated,
    String surface,
    String consentWording,
    String consentLanguage,
    Instant requestedAt,
    Instant acceptedAt,
    Instant liveAt,
    Instant mediaAt,
    Instant endedAt,
    EndReason endReason,
    String endDetail,
    Instant deadline,
    boolean byLink,
    boolean relayOnly) {

  /** A new request, at version 0, that expires at {@code deadline}. */
  public static ShareSession requested(
      String id, String accountId, Request request, Instant now, Instant deadline) {
    return new ShareSession(
        id,
        0,
        accountId,
        request.visitorId(),
        request.conversationId(),
        request.agentId(),
        request.agentName(),
        SessionState.REQUESTED,
        false,
        false,
        null,
        null,
        null,
        now,
        null,
        null,
        null,
        null,
        null,
        null,
        deadline,
        request.byLink(),
        request.relayOnly());
  }

  /** Whether the request still waits and goes on waiting while its agent is away. */
  public boolean waitsAlone() {
    return byLink && state == SessionState.REQUESTED;
  }

  /** Who asks whom, and how. {@code conversationId} may be null. */
  public record Request(
      String visitorId,
      String conversationId,
      String agentId,
      String agentName,
      boolean byLink,
      boolean relayOnly) {

    /** A request that appears on the visitor's page, for pictures that may take every path. */
    public Request(String visitorId, String conversationId, String agentId, String agentName) {
      this(visitorId, conversationId, agentId, agentName, false, false);
    }
  }

  /**
   * From live to the end; zero if it never was live or the clock was set back; empty while it is
   * open.
   */
  public Optional<Duration> duration() {
    if (endedAt == null) {
      return Optional.empty();
    }
    if (liveAt == null || endedAt.isBefore(liveAt)) {
      return Optional.of(Duration.ZERO);
    }
    return Optional.of(Duration.between(liveAt, endedAt));
  }

  /** What runs out at {@link #deadline()}; empty when nothing does. */
  public Optional<EndReason> deadlineReason() {
    if (deadline == null) {
      return Optional.empty();
    }
    return switch (state) {
      case REQUESTED -> Optional.of(EndReason.EXPIRED);
      case ACCEPTED -> Optional.of(capturing ? EndReason.NOT_ACTIVATED : EndReason.NOT_STARTED);
      case LIVE, PAUSED -> Optional.of(EndReason.NO_MEDIA);
      case ENDED -> Optional.empty();
    };
  }

  /** A builder that starts from this session, one version on. */
  Draft next() {
    return new Draft(this);
  }
}
