package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.token.Principal;
import java.util.Optional;

/** Who comes, comes back and goes: connections take and lose their places in sessions here. */
public final class Attendance {
  private final Floor floor;
  private final Seating seating;

  Attendance(Floor floor, Seating seating) {
    this.floor = floor;
    this.seating = seating;
  }

  /**
   * A visitor's page or popup is there; it is told of the visitor's open session.
   *
   * @return whether it got what it missed, rather than the whole state alone
   */
  public boolean visitorArrives(Member member, Optional<ClientMessage.Resume> resume) {
    var visitor = visitorOf(member);
    floor.presence.arrive(visitor, member).ifPresent(Attendance::displace);
    return welcome(member, visitor, resume);
  }

  /**
   * A popup came in with a ticket for that session and takes the visitor's place in it.
   *
   * @throws Refused {@code ticket-invalid} when the session is over, {@code already-sharing} when
   *     another window captures already
   */
  public void popupArrives(Member popup, String sessionId) {
    var visitor = visitorOf(popup);
    var room = floor.openRoom(visitor.accountId(), sessionId);
    if (!room.session().state().open()) {
      throw new Refused(
          ErrorCode.TICKET_INVALID, "the session of this ticket has ended", Optional.of(sessionId));
    }
    if (!room.attach(popup)) {
      throw new Refused(ErrorCode.ALREADY_SHARING, "another window of this visitor shares already");
    }
    floor.presence.arrive(visitor, popup).ifPresent(Attendance::displace);
    floor.announce(room);
  }

  /** A panel wants to know of a visitor, and takes its agent's place in a session of theirs. */
  public void watch(Member panel, String visitorId, Optional<ClientMessage.Resume> resume) {
    var visitor = new VisitorKey(panel.principal().accountId(), visitorId);
    floor.presence.watch(visitor, panel).ifPresent(Attendance::displace);
    welcome(panel, visitor, resume);
  }

  /**
   * A panel no longer watches that visitor; in a session of theirs that it takes part in, the grace
   * begins.
   */
  public void unwatch(Member panel, String visitorId) {
    var visitor = new VisitorKey(panel.principal().accountId(), visitorId);
    floor.presence.unwatch(visitor, panel);
    var now = floor.clock.instant();
    floor.rooms.all().stream()
        .filter(room -> room.of(visitor))
        .filter(room -> room.lose(panel, now))
        .forEach(floor::announce);
  }

  /** The connection is gone; in its sessions the grace begins. Harmless when it never arrived. */
  public void disconnected(Member member) {
    if (member.principal() instanceof Principal.Visitor) {
      floor.presence.leave(visitorOf(member), member);
    }
    var now = floor.clock.instant();
    floor.rooms.all().stream().filter(room -> room.lose(member, now)).forEach(floor::announce);
  }

  private boolean welcome(
      Member member, VisitorKey visitor, Optional<ClientMessage.Resume> resume) {
    var open = floor.store.openOf(visitor.accountId(), visitor.visitorId());
    // First how the session ended that it knew, then the one that goes on: the last word holds.
    resume
        .map(ClientMessage.Resume::sessionId)
        .filter(known -> open.map(ShareSession::id).filter(known::equals).isEmpty())
        .flatMap(known -> floor.store.find(visitor.accountId(), known))
        .map(this::roomNow)
        .filter(room -> room.of(visitor))
        .ifPresent(room -> room.tell(member));
    return open.map(session -> settleIn(member, roomNow(session), resume)).orElse(false);
  }

  private Room roomNow(ShareSession session) {
    var room = floor.rooms.of(session);
    if (room.catchUp(session)) {
      floor.announce(room);
    }
    return room;
  }

  /** What was kept is said again, and then in any case how things stand now. */
  private boolean settleIn(Member member, Room room, Optional<ClientMessage.Resume> resume) {
    var joined = seating.arrives(member, room);
    var seen = resume.filter(last -> last.sessionId().equals(room.session().id()));
    var resumed = seen.isPresent() && room.replay(member, seen.get().seq());
    if (joined) {
      floor.announce(room);
    } else {
      room.tell(member);
    }
    return resumed;
  }

  private static void displace(Member before) {
    before.close(CloseCode.TAKEN_OVER);
  }

  private static VisitorKey visitorOf(Member member) {
    var visitor = (Principal.Visitor) member.principal();
    return new VisitorKey(visitor.accountId(), visitor.visitorId());
  }
}
