package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionRules;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.SessionStore;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

/** Looks for what is due: deadlines, lost eligibility, graces that are over. */
final class Sweep {
  private static final int BATCH = 200;
  private static final Duration ENDED_ROOMS_KEPT = Duration.ofMinutes(1);

  private Sweep() {}

  static void run(
      SessionStore store,
      Rooms rooms,
      SessionRules rules,
      Clock clock,
      BiConsumer<ShareSession, Occurrence> apply) {
    var now = clock.instant();
    store
        .due(now, BATCH)
        .forEach(
            session ->
                apply.accept(
                    session, Occurrence.of(Trigger.DEADLINE_PASSES, cause(session, rooms))));
    ineligible(store, clock, apply);
    rooms.all().forEach(room -> graces(room, now, rules, apply));
    rooms.forgetEndedBefore(now.minus(ENDED_ROOMS_KEPT));
  }

  static void ineligible(
      SessionStore store, Clock clock, BiConsumer<ShareSession, Occurrence> apply) {
    store
        .openWithoutEligibility(clock.instant(), BATCH)
        .forEach(session -> apply.accept(session, Occurrence.of(Trigger.ELIGIBILITY_ENDS)));
  }

  /** Why no picture came, as far as it is known: the machine word of the last notice. */
  private static String cause(ShareSession session, Rooms rooms) {
    return rooms
        .find(session.id())
        .map(Room::notice)
        .filter(notice -> notice != io.visavis.signaling.protocol.Notice.NONE)
        .map(notice -> notice.word())
        .orElse(null);
  }

  private static void graces(
      Room room, Instant now, SessionRules rules, BiConsumer<ShareSession, Occurrence> apply) {
    var session = room.session();
    if (!session.state().open()) {
      return;
    }
    if (session.state() != SessionState.REQUESTED && over(room, ClientKind.POPUP, now, rules)) {
      apply.accept(session, Occurrence.of(Trigger.VISITOR_GONE));
    }
    if (over(room, ClientKind.PANEL, now, rules)) {
      apply.accept(session, Occurrence.of(Trigger.AGENT_GONE));
    }
  }

  private static boolean over(Room room, ClientKind kind, Instant now, SessionRules rules) {
    synchronized (room) {
      var slot = room.slot(kind);
      var over = slot.lostAt().map(lost -> !now.isBefore(lost.plus(rules.grace()))).orElse(false);
      if (over) {
        slot.giveUp();
      }
      return over;
    }
  }
}
