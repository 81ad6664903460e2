package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.token.Principal;
import java.util.Optional;

/** Who comes, comes back and goes: connections take and lose their places in sessions here. */
public final class Attendance {
  private final Floor floor;

  Attendance(Floor floor) {
    this.floor = floor;
  }

  /**
   * A visitor's page or popup is there; it is told of the visitor's open session.
   *
   * @return whether it got what it missed, rather than the whole state
   */
  public boolean visitorArrives(Member member, Optional<ClientMessage.Resume> resume) {
    var visitor = visitorOf(member);
    floor.presence.arrive(visitor, member);
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
    floor.presence.arrive(visitor, popup);
    floor.announce(room);
  }

  /** A panel wants to know of a visitor, and takes its agent's place in a session of theirs. */
  public void watch(Member panel, String visitorId, Optional<ClientMessage.Resume> resume) {
    var visitor = new VisitorKey(panel.principal().accountId(), visitorId);
    floor.presence.watch(visitor, panel);
    welcome(panel, visitor, resume);
  }

  /** A panel no longer watches that visitor. */
  public void unwatch(Member panel, String visitorId) {
    floor.presence.unwatch(new VisitorKey(panel.principal().accountId(), visitorId), panel);
  }

  /** The connection is gone; in its sessions the grace begins. */
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
    var resumed =
        open.map(floor.rooms::of).filter(room -> settleIn(member, room, resume)).isPresent();
    // A session that ended while the page was away: it is told how.
    resume
        .flatMap(seen -> floor.rooms.find(seen.sessionId()))
        .filter(room -> room.of(visitor))
        .filter(room -> open.isEmpty() || !room.session().id().equals(open.get().id()))
        .ifPresent(room -> room.tell(member));
    return resumed;
  }

  private boolean settleIn(Member member, Room room, Optional<ClientMessage.Resume> resume) {
    var joined = mayTakePart(member, room) && room.attach(member);
    var seen = resume.filter(last -> last.sessionId().equals(room.session().id()));
    var resumed = seen.isPresent() && room.replay(member, seen.get().seq());
    if (joined) {
      floor.announce(room);
    } else if (!resumed) {
      room.tell(member);
    }
    return resumed;
  }

  /** A panel takes part in its own agent's session; a popup only where it was or nobody is. */
  private static boolean mayTakePart(Member member, Room room) {
    return switch (member.kind()) {
      case PAGE -> false;
      case POPUP ->
          room.session().state() != SessionState.REQUESTED
              && (room.slot(ClientKind.POPUP).heldBy(member.clientId())
                  || room.slot(ClientKind.POPUP).clientId().isEmpty());
      case PANEL ->
          member.principal() instanceof Principal.Agent agent
              && agent.agentId().equals(room.session().agentId());
    };
  }

  private static VisitorKey visitorOf(Member member) {
    var visitor = (Principal.Visitor) member.principal();
    return new VisitorKey(visitor.accountId(), visitor.visitorId());
  }
}
