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
  private final Helpline helpline;
  private final Visitors visitors;

  Attendance(Floor floor, Seating seating, Helpline helpline, Visitors visitors) {
    this.floor = floor;
    this.seating = seating;
    this.helpline = helpline;
    this.visitors = visitors;
  }

  /**
   * A visitor's page or popup is there; it is told of the visitor's open session.
   *
   * @return whether it got what it missed, rather than the whole state alone
   */
  public boolean visitorArrives(Member member, Optional<ClientMessage.Resume> resume) {
    var visitor = visitorOf(member);
    var resumed = pickUp(member, visitor, resume);
    floor.presence.arrive(visitor, member).ifPresent(Attendance::displace);
    welcome(member, visitor, resume);
    return resumed;
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
    pickUp(panel, visitor, resume);
    floor.presence.watch(visitor, panel, helpline.shownSince()).ifPresent(Attendance::displace);
    visitors.recall(visitor);
    helpline.recall(visitor);
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

  /**
   * What was kept for the page is said again, before it can hear anything new: else what is new
   * would come first and the rest would pass for old.
   */
  private boolean pickUp(Member member, VisitorKey visitor, Optional<ClientMessage.Resume> resume) {
    return resume
        .flatMap(seen -> known(visitor, seen.sessionId()))
        .filter(room -> room.session().state().open())
        .filter(room -> takeUp(member, room, resume.get().seq()))
        .isPresent();
  }

  private boolean takeUp(Member member, Room room, long seq) {
    synchronized (room) {
      seating.arrives(member, room);
      return room.replay(member, seq);
    }
  }

  /** Tells how things stand now, in any case; the last word is about what goes on. */
  private void welcome(Member member, VisitorKey visitor, Optional<ClientMessage.Resume> resume) {
    var open = floor.store.openOf(visitor.accountId(), visitor.visitorId());
    resume
        .map(ClientMessage.Resume::sessionId)
        .filter(known -> open.map(ShareSession::id).filter(known::equals).isEmpty())
        .flatMap(known -> known(visitor, known))
        .ifPresent(room -> room.tellNews(member));
    open.map(this::roomNow).ifPresent(room -> settleIn(member, room));
  }

  private void settleIn(Member member, Room room) {
    if (seating.arrives(member, room)) {
      floor.announce(room);
    } else {
      room.tellNews(member);
    }
  }

  private Optional<Room> known(VisitorKey visitor, String sessionId) {
    return floor
        .store
        .find(visitor.accountId(), sessionId)
        .filter(session -> session.visitorId().equals(visitor.visitorId()))
        .map(this::roomNow);
  }

  private Room roomNow(ShareSession session) {
    var room = floor.rooms.of(session);
    if (room.catchUp(session)) {
      floor.announce(room);
    }
    return room;
  }

  private static void displace(Member before) {
    before.close(CloseCode.TAKEN_OVER);
  }

  private static VisitorKey visitorOf(Member member) {
    var visitor = (Principal.Visitor) member.principal();
    return new VisitorKey(visitor.accountId(), visitor.visitorId());
  }
}
