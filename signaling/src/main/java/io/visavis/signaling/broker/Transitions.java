package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.session.Consent;
import io.visavis.signaling.session.Decision;
import io.visavis.signaling.session.Effect;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionMachine;
import io.visavis.signaling.session.SessionStore;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Transition;
import io.visavis.signaling.session.Trigger;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Carries one occurrence through the machine and the database, again when somebody was faster. */
final class Transitions {
  private static final int TRIES = 8;

  /** Steps on which the account's eligibility is asked again, in the same transaction. */
  private static final Set<Trigger> NEED_ELIGIBILITY =
      EnumSet.of(Trigger.VISITOR_ACCEPTS, Trigger.AGENT_ACTIVATES, Trigger.CAPTURE_STARTS);

  private final SessionStore store;
  private final SessionMachine machine;
  private final Clock clock;

  Transitions(SessionStore store, SessionMachine machine, Clock clock) {
    this.store = store;
    this.machine = machine;
    this.clock = clock;
  }

  /** What came of an occurrence: the session before and now; the same when nothing had to move. */
  record Outcome(ShareSession before, ShareSession now) {
    boolean changed() {
      return before != now;
    }
  }

  /**
   * Applies an occurrence.
   *
   * @throws Refused when the session is unknown to that account, or its state does not allow it
   */
  Outcome apply(String accountId, String sessionId, Occurrence occurrence, String actorId) {
    ShareSession seen = null;
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var session =
          store
              .find(accountId, sessionId)
              .orElseThrow(() -> new Refused(ErrorCode.NOT_FOUND, "no such session"));
      if (seen != null && seen.version() == session.version()) {
        throw new Refused(
            ErrorCode.NOT_ELIGIBLE, "the account may not share screens", Optional.of(sessionId));
      }
      var outcome = attempt(session, occurrence, actorId);
      if (outcome.isPresent()) {
        return outcome.get();
      }
      seen = session;
    }
    throw new Refused(ErrorCode.UNAVAILABLE, "the session is being changed too often; try again");
  }

  private Optional<Outcome> attempt(ShareSession session, Occurrence occurrence, String actorId) {
    var now = clock.instant();
    var decision = machine.decide(session, occurrence, now);
    if (decision instanceof Decision.Rejected rejected) {
      throw new Refused(code(rejected.code()), detail(rejected.code()), Optional.of(session.id()));
    }
    if (!(decision instanceof Decision.Moved moved)) {
      return Optional.of(new Outcome(session, session));
    }
    var trigger = occurrence.trigger();
    var transition =
        new Transition(
            trigger, trigger.actor(), actorId(trigger, session, actorId), now, consent(moved, now));
    return store.move(session, moved, transition, NEED_ELIGIBILITY.contains(trigger))
        ? Optional.of(new Outcome(session, moved.to()))
        : Optional.empty();
  }

  private static String actorId(Trigger trigger, ShareSession session, String actorId) {
    return switch (trigger.actor()) {
      case VISITOR -> session.visitorId();
      case AGENT -> actorId;
      case SYSTEM -> null;
    };
  }

  private static Optional<Consent> consent(Decision.Moved moved, Instant now) {
    var to = moved.to();
    if (moved.effects().contains(Effect.RECORD_CONSENT)
        || moved.effects().contains(Effect.WITHDRAW_CONSENT)) {
      var granted = moved.effects().contains(Effect.RECORD_CONSENT);
      return Optional.of(
          new Consent(Consent.VIEW, granted, to.consentWording(), to.consentLanguage(), now));
    }
    return Optional.empty();
  }

  private static ErrorCode code(Decision.Refusal refusal) {
    return switch (refusal) {
      case ALREADY_ANSWERED -> ErrorCode.ALREADY_ANSWERED;
      case ENDED, WRONG_STATE -> ErrorCode.WRONG_STATE;
    };
  }

  private static String detail(Decision.Refusal refusal) {
    return switch (refusal) {
      case ALREADY_ANSWERED -> "the request was answered already";
      case ENDED -> "the session has ended";
      case WRONG_STATE -> "not possible in the session's present state";
    };
  }
}
