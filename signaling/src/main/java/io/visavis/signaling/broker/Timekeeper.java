package io.visavis.signaling.broker;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.Notice;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import io.visavis.signaling.token.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Brings about what time alone brings about: deadlines, lost eligibility, graces that are over. A
 * session that fails stops none of the others; it is tried again at the next sweep.
 */
public final class Timekeeper {
  private static final System.Logger LOG = System.getLogger(Timekeeper.class.getName());
  private static final int BATCH = 200;
  private static final String KEY_REVOKED = "key-revoked";
  private static final Duration ENDED_ROOMS_KEPT = Duration.ofMinutes(1);

  private final Floor floor;

  Timekeeper(Floor floor) {
    this.floor = floor;
  }

  /** Looks for everything that is due; called about twice a second. Never throws. */
  public void sweep() {
    var now = floor.clock.instant();
    attempt("deadlines", () -> floor.store.due(now, BATCH).forEach(this::deadlinePasses));
    endIneligible();
    floor.rooms.all().forEach(room -> graces(room, now));
    floor.rooms.forgetEndedBefore(now.minus(ENDED_ROOMS_KEPT));
    floor.presence.settle();
  }

  /** Ends the sessions of accounts that may not share any more; at once after a revocation. */
  public void endIneligible() {
    attempt(
        "eligibility",
        () ->
            floor
                .store
                .openWithoutEligibility(floor.clock.instant(), BATCH)
                .forEach(session -> apply(session, Occurrence.of(Trigger.ELIGIBILITY_ENDS))));
  }

  /** The agents on whom an open session depends, also those who are away and may come back. */
  public Stream<Principal> agents() {
    return floor.rooms.all().stream().flatMap(room -> room.agent().stream());
  }

  /**
   * Ends the sessions whose agent's key was revoked. At once and without a grace: the pictures
   * travel from browser to browser, and a closed socket alone would not stop them.
   */
  public void endOf(Predicate<Principal> expelled) {
    floor.rooms.all().stream()
        .filter(room -> room.agent().filter(expelled).isPresent())
        .forEach(room -> apply(room.session(), Occurrence.of(Trigger.AGENT_GONE, KEY_REVOKED)));
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
    var grace = floor.rules.grace();
    if (room.graceOver(ClientKind.POPUP, now, grace)) {
      apply(room.session(), Occurrence.of(Trigger.VISITOR_GONE));
    }
    if (room.graceOver(ClientKind.PANEL, now, grace)) {
      apply(room.session(), Occurrence.of(Trigger.AGENT_GONE));
    }
  }

  private void apply(ShareSession session, Occurrence occurrence) {
    attempt(
        "session " + session.id(),
        () -> {
          try {
            floor.apply(session.accountId(), session.id(), occurrence, null);
          } catch (Refused moot) {
            // Somebody else moved the session first: what was due is not due any more.
            floor.events.refused(moot.code());
            floor.openRoom(session.accountId(), session.id());
          }
        });
  }

  private static void attempt(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // Twice a second and per session while the database is away: the trace only for who asks.
      LOG.log(ERROR, "The sweep failed for {0}, and tries again: {1}", what, e.getClass());
      LOG.log(DEBUG, "The sweep failed", e);
    }
  }
}
