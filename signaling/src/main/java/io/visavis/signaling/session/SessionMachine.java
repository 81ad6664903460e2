package io.visavis.signaling.session;

import io.visavis.signaling.session.Decision.Moved;
import io.visavis.signaling.session.Decision.Refusal;
import io.visavis.signaling.session.Decision.Rejected;
import io.visavis.signaling.session.Decision.Unchanged;
import java.time.Instant;
import java.util.Set;

/**
 * Decides what an occurrence does to a session: a pure function over states and triggers. Every
 * cell stands in docs/session-states.md, and a test walks that table.
 */
public final class SessionMachine {
  private static final Set<Effect> NONE = Set.of();
  private static final Set<Effect> CLOSED = Set.of(Effect.WITHDRAW_CONSENT);

  private final SessionRules rules;

  /** A machine with those deadlines. */
  public SessionMachine(SessionRules rules) {
    this.rules = rules;
  }

  /**
   * What {@code occurrence} does to {@code session} at {@code now} (UTC, microseconds).
   *
   * @return the next version, or why there is none
   */
  public Decision decide(ShareSession session, Occurrence occurrence, Instant now) {
    if (!session.state().open()) {
      return new Rejected(Refusal.ENDED);
    }
    return switch (occurrence.trigger()) {
      case VISITOR_ACCEPTS -> accept(session, occurrence, now);
      case VISITOR_DECLINES ->
          whileRequested(session, EndReason.DECLINED, occurrence.detail(), now);
      case AGENT_WITHDRAWS -> whileRequested(session, EndReason.WITHDRAWN, null, now);
      case AGENT_ACTIVATES -> activate(session, now);
      case CAPTURE_STARTS -> capture(session, occurrence, now);
      case MEDIA_FLOWS -> media(session, now);
      case VISITOR_PAUSES -> toggle(session, SessionState.LIVE, SessionState.PAUSED);
      case VISITOR_RESUMES -> toggle(session, SessionState.PAUSED, SessionState.LIVE);
      case VISITOR_STOPS -> end(session, EndReason.VISITOR_STOPPED, occurrence.detail(), now);
      case AGENT_STOPS -> agentStops(session, now);
      case CAPTURE_ENDS -> whileCapturing(session, now);
      case POPUP_CLOSES -> popupCloses(session, now);
      case AGENT_LEAVES -> agentLeaves(session, now);
      case DEADLINE_PASSES -> deadline(session, occurrence.detail(), now);
      case VISITOR_GONE -> afterAnswer(session, EndReason.VISITOR_LOST, now);
      case AGENT_GONE -> agentGone(session, occurrence.detail(), now);
      case ELIGIBILITY_ENDS -> end(session, EndReason.ELIGIBILITY_REVOKED, null, now);
    };
  }

  private Decision accept(ShareSession session, Occurrence said, Instant now) {
    if (session.state() != SessionState.REQUESTED) {
      return new Rejected(Refusal.ALREADY_ANSWERED);
    }
    var consent = new Consent(Consent.VIEW, true, said.wording(), said.language(), now);
    var next = session.next().accepted(consent, now.plus(rules.startDeadline())).done();
    return new Moved(next, Set.of(Effect.RECORD_CONSENT));
  }

  private Decision whileRequested(
      ShareSession session, EndReason reason, String detail, Instant now) {
    if (session.state() != SessionState.REQUESTED) {
      return new Rejected(Refusal.ALREADY_ANSWERED);
    }
    return new Moved(session.next().ended(reason, detail, now).done(), NONE);
  }

  private Decision activate(ShareSession session, Instant now) {
    if (session.state() == SessionState.REQUESTED) {
      return new Rejected(Refusal.WRONG_STATE);
    }
    if (session.activated()) {
      return new Unchanged();
    }
    var next = session.next().activated().liveIfBoth(now, now.plus(rules.mediaDeadline()));
    return new Moved(next.done(), NONE);
  }

  private Decision capture(ShareSession session, Occurrence said, Instant now) {
    if (session.state() == SessionState.REQUESTED) {
      return new Rejected(Refusal.WRONG_STATE);
    }
    if (session.capturing()) {
      return new Unchanged();
    }
    var next = session.next().capturing(said.detail());
    return new Moved(next.liveIfBoth(now, now.plus(rules.mediaDeadline())).done(), NONE);
  }

  private Decision media(ShareSession session, Instant now) {
    return switch (session.state()) {
      case LIVE, PAUSED ->
          session.mediaAt() == null
              ? new Moved(session.next().mediaFlows(now).done(), NONE)
              : new Unchanged();
      case REQUESTED, ACCEPTED, ENDED -> new Rejected(Refusal.WRONG_STATE);
    };
  }

  private Decision toggle(ShareSession session, SessionState from, SessionState to) {
    if (session.state() == to) {
      return new Unchanged();
    }
    return session.state() == from
        ? new Moved(session.next().moved(to).done(), NONE)
        : new Rejected(Refusal.WRONG_STATE);
  }

  /** Before the answer, stopping is taking the request back. */
  private Decision agentStops(ShareSession session, Instant now) {
    var before = session.state() == SessionState.REQUESTED;
    return end(session, before ? EndReason.WITHDRAWN : EndReason.AGENT_STOPPED, null, now);
  }

  /** A link waits for its answer by itself: the agent may go on with other work. */
  private Decision agentLeaves(ShareSession session, Instant now) {
    return session.waitsAlone() ? new Unchanged() : end(session, EndReason.AGENT_LEFT, null, now);
  }

  private Decision agentGone(ShareSession session, String detail, Instant now) {
    return session.waitsAlone()
        ? new Rejected(Refusal.WRONG_STATE)
        : end(session, EndReason.AGENT_LOST, detail, now);
  }

  private Decision whileCapturing(ShareSession session, Instant now) {
    return session.capturing()
        ? end(session, EndReason.CAPTURE_ENDED, null, now)
        : new Rejected(Refusal.WRONG_STATE);
  }

  /** A popup that closes before the yes leaves the request open: the card can still answer it. */
  private Decision popupCloses(ShareSession session, Instant now) {
    return session.state() == SessionState.REQUESTED
        ? new Unchanged()
        : end(session, EndReason.POPUP_CLOSED, null, now);
  }

  private Decision afterAnswer(ShareSession session, EndReason reason, Instant now) {
    return session.state() == SessionState.REQUESTED
        ? new Rejected(Refusal.WRONG_STATE)
        : end(session, reason, null, now);
  }

  private Decision deadline(ShareSession session, String detail, Instant now) {
    if (session.deadline() == null || now.isBefore(session.deadline())) {
      return new Rejected(Refusal.WRONG_STATE);
    }
    return end(session, session.deadlineReason().orElseThrow(), detail, now);
  }

  private Decision end(ShareSession session, EndReason reason, String detail, Instant now) {
    var answered = session.state() != SessionState.REQUESTED;
    return new Moved(session.next().ended(reason, detail, now).done(), answered ? CLOSED : NONE);
  }
}
