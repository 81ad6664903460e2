package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.Notice;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import java.time.Duration;
import java.time.Instant;

/** Brings about what time alone brings about: deadlines, lost eligibility, graces that are over. */
public final class Timekeeper {
  private static final int BATCH = 200;
  private static final Duration ENDED_ROOMS_KEPT = Duration.ofMinutes(1);

  private final Floor floor;

  Timekeeper(Floor floor) {
    this.floor = floor;
  }

  /** Looks for everything that is due; called about twice a second. */
  public void sweep() {
    var now = floor.clock.instant();
    floor.store.due(now, BATCH).forEach(this::deadlinePasses);
    endIneligible();
    floor.rooms.all().forEach(room -> graces(room, now));
    floor.rooms.forgetEndedBefore(now.minus(ENDED_ROOMS_KEPT));
    floor.presence.settle();
  }

  /** Ends the sessions of accounts that may not share any more; at once after a revocation. */
  public void endIneligible() {
    floor
        .store
        .openWithoutEligibility(floor.clock.instant(), BATCH)
        .forEach(session -> apply(session, Occurrence.of(Trigger.ELIGIBILITY_ENDS)));
  }

  /**
   * After a start: the sessions of before live on, and their people have the grace to come back.
   */
  public void recover(int limit) {
    var now = floor.clock.instant();
    floor.store.open(limit).forEach(session -> floor.rooms.of(session).expectBack(now));
  }

  private void deadlinePasses(ShareSession session) {
    apply(session, Occurrence.of(Trigger.DEADLINE_PASSES, cause(session)));
  }

  /** Why nothing came of it, as far as the visitor's side said: the word of its last notice. */
  private String cause(ShareSession session) {
    return floor
        .rooms
        .find(session.id())
        .map(Room::notice)
        .filter(notice -> notice != Notice.NONE)
        .map(Notice::word)
        .orElse(null);
  }

  private void graces(Room room, Instant now) {
    var session = room.session();
    if (!session.state().open()) {
      return;
    }
    if (session.state() != SessionState.REQUESTED && graceOver(room, ClientKind.POPUP, now)) {
      apply(session, Occurrence.of(Trigger.VISITOR_GONE));
    }
    if (graceOver(room, ClientKind.PANEL, now)) {
      apply(session, Occurrence.of(Trigger.AGENT_GONE));
    }
  }

  private boolean graceOver(Room room, ClientKind kind, Instant now) {
    synchronized (room) {
      var slot = room.slot(kind);
      var over =
          slot.lostAt().filter(lost -> !now.isBefore(lost.plus(floor.rules.grace()))).isPresent();
      if (over) {
        slot.giveUp();
      }
      return over;
    }
  }

  private void apply(ShareSession session, Occurrence occurrence) {
    try {
      floor.apply(session.accountId(), session.id(), occurrence, null);
    } catch (Refused moot) {
      // Somebody else moved the session first: what was due is not due any more.
      floor.events.refused(moot.code());
    }
  }
}
