package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.Delivery;
import io.visavis.signaling.protocol.Notice;
import io.visavis.signaling.protocol.QualityMode;
import io.visavis.signaling.protocol.RelayReach;
import io.visavis.signaling.protocol.SessionSnapshot;
import io.visavis.signaling.protocol.Side;
import io.visavis.signaling.protocol.Surface;
import io.visavis.signaling.session.Health;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.token.AcceptLinks;
import io.visavis.signaling.token.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Turns a session into what both sides may see of it. */
final class Snapshots {
  private Snapshots() {}

  /** As told to one member: a panel also learns whether it takes part itself. */
  static SessionSnapshot of(Room room, Member member) {
    var snapshot = of(room);
    if (member.kind() != ClientKind.PANEL) {
      return snapshot.forVisitor();
    }
    return withLink(
        snapshot.withMine(room.takesPart(member)),
        room.session(),
        member.principal(),
        room.links());
  }

  /**
   * With the address that answers the request, while it waits, for the agent who asked: nobody else
   * has to pass it on.
   */
  static SessionSnapshot withLink(
      SessionSnapshot snapshot, ShareSession session, Principal reader, AcceptLinks links) {
    var own = reader instanceof Principal.Agent agent && agent.agentId().equals(session.agentId());
    return own && session.state() == SessionState.REQUESTED
        ? snapshot.withLink(
            new SessionSnapshot.Link(
                links.url(session.id()),
                session.deadline(),
                session.byLink() ? Delivery.LINK : Delivery.SITE))
        : snapshot;
  }

  /** With what this node knows of the connections. */
  static SessionSnapshot of(Room room) {
    var connections =
        new SessionSnapshot.Connections(
            room.slot(ClientKind.POPUP).health(), room.slot(ClientKind.PANEL).health());
    return of(
        room.session(),
        room.accountName(),
        connections,
        room.deadline(),
        picture(room.session(), room.quality(), room.notice(), room.relayFailures()));
  }

  /** A session nobody is connected to here, as in the history. */
  static SessionSnapshot of(ShareSession session, String accountName) {
    var absent = Health.ABSENT;
    return of(
        session,
        accountName,
        new SessionSnapshot.Connections(absent, absent),
        session
            .deadlineReason()
            .map(reason -> new SessionSnapshot.Deadline(reason, session.deadline())),
        picture(session, QualityMode.SHARP, Notice.NONE, Map.of()));
  }

  private static SessionSnapshot of(
      ShareSession session,
      String accountName,
      SessionSnapshot.Connections connections,
      Optional<SessionSnapshot.Deadline> deadline,
      SessionSnapshot.Picture picture) {
    return new SessionSnapshot(
        session.id(),
        session.visitorId(),
        session.state(),
        new SessionSnapshot.Agent(session.agentId(), session.agentName()),
        accountName,
        Optional.ofNullable(session.conversationId()),
        picture,
        connections,
        new SessionSnapshot.Times(
            session.requestedAt(),
            Optional.ofNullable(session.acceptedAt()),
            Optional.ofNullable(session.liveAt())),
        ending(session),
        deadline,
        Optional.empty(),
        Optional.empty());
  }

  private static SessionSnapshot.Picture picture(
      ShareSession session,
      QualityMode quality,
      Notice notice,
      Map<Side, RelayReach> relayFailures) {
    return new SessionSnapshot.Picture(
        session.capturing(),
        session.activated(),
        session.mediaAt() != null,
        Optional.ofNullable(session.surface()).flatMap(Surface::of),
        quality,
        notice,
        session.relayOnly(),
        relayFailures);
  }

  private static Optional<SessionSnapshot.Ending> ending(ShareSession session) {
    if (session.endedAt() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new SessionSnapshot.Ending(
            session.endedAt(),
            session.endReason(),
            Optional.ofNullable(session.endDetail()),
            session.duration().orElse(Duration.ZERO)));
  }
}
