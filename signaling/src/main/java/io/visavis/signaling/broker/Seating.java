package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import io.visavis.signaling.token.Principal;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who may take which place in a session, and who may act in it. Places are taken by arriving and by
 * acting; what will be refused anyhow takes no place.
 */
final class Seating {
  private final Floor floor;
  private final HouseRules houseRules;

  Seating(Floor floor, HouseRules houseRules) {
    this.floor = floor;
    this.houseRules = houseRules;
  }

  /**
   * Gives an arriving page, popup or panel its place, if one is meant for it: a panel in its own
   * agent's session, a popup where it was or nobody is.
   */
  boolean arrives(Member member, Room room) {
    return room.session().state().open() && isMeantFor(member, room) && room.attach(member);
  }

  private static boolean isMeantFor(Member member, Room room) {
    var popup = room.slot(ClientKind.POPUP);
    return switch (member.kind()) {
      case PAGE -> false;
      case POPUP ->
          popup.heldBy(member.clientId())
              || (popup.clientId().isEmpty() && room.session().state() != SessionState.REQUESTED);
      case PANEL -> isAgentOf(member, room.session());
    };
  }

  /** The agent asked without a panel: one that watches already takes the place. */
  void seatWatchingPanel(Room room) {
    seat(room, ClientKind.PANEL, member -> isAgentOf(member, room.session()));
  }

  /**
   * The page says yes while the popup of an earlier share is still open: that one takes the place,
   * so that one click in it is enough. A popup that opens now displaces it.
   */
  private void seatOpenPopup(Room room) {
    seat(room, ClientKind.POPUP, Member::canShare);
  }

  private void seat(Room room, ClientKind kind, Predicate<Member> suitable) {
    var session = room.session();
    if (!room.slot(kind).free()) {
      return;
    }
    floor.presence.audience(new VisitorKey(session.accountId(), session.visitorId())).stream()
        .filter(member -> member.kind() == kind)
        .filter(suitable)
        // The one that came last is the one in use.
        .reduce((earlier, later) -> later)
        .ifPresent(room::attach);
  }

  /**
   * Lets a visitor's page or popup act: in the visitor's own sessions only, and what captures must
   * have the place. What the account's policy does not let them show takes no place, nor does a yes
   * to words that it has changed.
   *
   * @throws Refused when it may not
   */
  void visitorActs(Member member, Principal.Visitor visitor, Room room, Occurrence occurrence) {
    var session = room.session();
    var trigger = occurrence.trigger();
    if (!session.visitorId().equals(visitor.visitorId())) {
      throw Floor.unknown();
    }
    if (!session.state().open()) {
      return;
    }
    if (trigger == Trigger.CAPTURE_STARTS) {
      houseRules.mayShow(session, occurrence.detail());
    } else if (trigger == Trigger.VISITOR_ACCEPTS) {
      houseRules.mayAgree(session, occurrence.policyVersion());
    }
    if (member.kind() == ClientKind.POPUP) {
      popupActs(member, room, trigger);
    } else if (trigger == Trigger.VISITOR_ACCEPTS && session.state() == SessionState.REQUESTED) {
      seatOpenPopup(room);
    }
  }

  private static void popupActs(Member popup, Room room, Trigger trigger) {
    var before = room.session().state() == SessionState.REQUESTED;
    var joins =
        (trigger == Trigger.VISITOR_ACCEPTS && before)
            || (trigger == Trigger.CAPTURE_STARTS && !before);
    if (joins && !room.takesPart(popup) && !room.attach(popup)) {
      throw new Refused(
          ErrorCode.ALREADY_SHARING,
          "another window of this visitor shares already",
          Optional.of(room.session().id()));
    }
    var always =
        switch (trigger) {
          case VISITOR_ACCEPTS, VISITOR_DECLINES, VISITOR_STOPS -> true;
          default -> false;
        };
    if (!always && !room.takesPart(popup)) {
      throw takenOver(room, "another window of this visitor takes part");
    }
  }

  /**
   * Lets an agent's panel act: in the agent's own sessions, with the place or by taking it while it
   * is empty. A second panel that is closed takes nothing and ends nothing.
   *
   * @return whether the panel took the place by this
   * @throws Refused when it may not
   */
  boolean agentActs(Member panel, Principal.Agent agent, Room room, Trigger trigger) {
    var session = room.session();
    if (!agent.mayReach(session.visitorId())) {
      throw Floor.unknown();
    }
    if (!isAgentOf(panel, session)) {
      throw new Refused(ErrorCode.FORBIDDEN, "another agent has this session");
    }
    if (room.takesPart(panel) || !session.state().open()) {
      return false;
    }
    if (trigger == Trigger.AGENT_LEAVES || !room.attach(panel)) {
      throw takenOver(room, "another window of this agent takes part");
    }
    return true;
  }

  private static boolean isAgentOf(Member member, ShareSession session) {
    return member.principal() instanceof Principal.Agent agent
        && agent.role() == Principal.Role.AGENT
        && agent.agentId().equals(session.agentId())
        && agent.mayReach(session.visitorId());
  }

  private static Refused takenOver(Room room, String detail) {
    return new Refused(ErrorCode.TAKEN_OVER, detail, Optional.of(room.session().id()));
  }
}
