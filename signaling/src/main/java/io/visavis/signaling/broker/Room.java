package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.protocol.Notice;
import io.visavis.signaling.protocol.QualityMode;
import io.visavis.signaling.protocol.RelayReach;
import io.visavis.signaling.protocol.ServerMessage;
import io.visavis.signaling.protocol.SessionSnapshot.Deadline;
import io.visavis.signaling.protocol.Side;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.token.AcceptLinks;
import io.visavis.signaling.token.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What this node knows in memory of one session: who takes part over which connection, what each
 * page was told, and what passes between them. All access is synchronized on the room; nothing in
 * here waits for the database or for a client.
 */
final class Room {
  /** More candidates than this from one side for one offer are a fault or an attack. */
  static final int MAXIMUM_CANDIDATES = 400;

  private final MessageLogs logs = new MessageLogs();
  private final Slot popup = new Slot();
  private final Slot panel = new Slot();
  private final Set<Member> knowTheEnd = Collections.newSetFromMap(new IdentityHashMap<>());
  private ShareSession session;
  private final String accountName;
  private final Duration grace;
  private final AcceptLinks links;
  private QualityMode quality = QualityMode.SHARP;
  private Notice notice = Notice.NONE;
  private final RelayReports relay = new RelayReports();
  private int popupCandidates;
  private int panelCandidates;

  /** A room for that session. */
  Room(ShareSession session, String accountName, Duration grace, AcceptLinks links) {
    this.session = session;
    this.accountName = accountName;
    this.grace = grace;
    this.links = links;
  }

  synchronized ShareSession session() {
    return session;
  }

  String accountName() {
    return accountName;
  }

  AcceptLinks links() {
    return links;
  }

  /** What ends the session first if nothing happens: its own deadline, or a grace that runs. */
  synchronized Optional<Deadline> deadline() {
    if (!session.state().open()) {
      return Optional.empty();
    }
    var own = session.deadlineReason().map(reason -> new Deadline(reason, session.deadline()));
    var visitors = popup.graceEnds(grace).filter(at -> session.state() != SessionState.REQUESTED);
    var agents = panel.graceEnds(grace);
    return Stream.of(
            own,
            visitors.map(at -> new Deadline(EndReason.VISITOR_LOST, at)),
            agents.map(at -> new Deadline(EndReason.AGENT_LOST, at)))
        .flatMap(Optional::stream)
        .min(Comparator.comparing(Deadline::at));
  }

  /** Takes this version of the session; an older one that arrives late is dropped. */
  synchronized boolean update(ShareSession later) {
    if (later.version() < session.version()) {
      return false;
    }
    if (later.capturing() && !session.capturing()) {
      notice = Notice.NONE;
    }
    session = later;
    return true;
  }

  /** As {@link #update}, and true only for what is news here. */
  synchronized boolean catchUp(ShareSession stored) {
    return stored.version() > session.version() && update(stored);
  }

  /** Whether this is a session of that visitor. */
  synchronized boolean of(VisitorKey visitor) {
    return session.accountId().equals(visitor.accountId())
        && session.visitorId().equals(visitor.visitorId());
  }

  synchronized Slot slot(ClientKind kind) {
    return kind == ClientKind.PANEL ? panel : popup;
  }

  /** Those who take part and are connected now. */
  synchronized List<Member> participants() {
    return Stream.of(popup, panel).flatMap(slot -> slot.member().stream()).toList();
  }

  /** Whether that member takes part, rather than only being told. */
  synchronized boolean takesPart(Member member) {
    return switch (member.kind()) {
      case PAGE -> false;
      case POPUP, PANEL -> slot(member.kind()).member().filter(member::equals).isPresent();
    };
  }

  /** A member takes its kind's place if it may; the connection it displaces is closed. */
  synchronized boolean attach(Member member) {
    var slot = slot(member.kind());
    if (!slot.heldBy(member.clientId()) && !slot.free() && blocked(member.kind())) {
      return false;
    }
    slot.take(member).ifPresent(old -> old.close(CloseCode.TAKEN_OVER));
    return true;
  }

  /**
   * A second popup may take over until the first captures; a second panel never while one is there.
   */
  private boolean blocked(ClientKind kind) {
    return kind == ClientKind.PANEL || session.capturing();
  }

  /**
   * The member is gone; true when its place is now seen to be empty. Before the yes nothing depends
   * on a popup, nor on the panel of a link, so no grace can begin; after the end there is nothing
   * left to tell.
   */
  synchronized boolean lose(Member member, Instant now) {
    if (member.kind() == ClientKind.PAGE) {
      return false;
    }
    var slot = slot(member.kind());
    var popupOnly = member.kind() == ClientKind.POPUP;
    var early = session.waitsAlone() || (popupOnly && session.state() == SessionState.REQUESTED);
    var held = early ? slot.leave(member) : slot.lose(member, now);
    return held && session.state().open();
  }

  /** After a restart: who must have been here by the session's state has the grace to come back. */
  synchronized void expectBack(Instant now) {
    if (session.state() != SessionState.REQUESTED) {
      popup.expectBack(now);
      panel.expectBack(now);
    }
  }

  /** Whether that participant was lost for the whole grace while the session needs it. */
  synchronized boolean graceOver(ClientKind kind, Instant now, Duration grace) {
    return needs(kind) && slot(kind).graceOver(now, grace);
  }

  private boolean needs(ClientKind kind) {
    return kind == ClientKind.PANEL
        ? session.state().open() && !session.waitsAlone()
        : session.state().open() && session.state() != SessionState.REQUESTED;
  }

  /** For whom the panel speaks that the session cannot go on without, be it away just now. */
  synchronized Optional<Principal> agent() {
    return needs(ClientKind.PANEL) ? panel.holder() : Optional.empty();
  }

  synchronized boolean quality(QualityMode mode) {
    var news = quality != mode;
    quality = mode;
    return news;
  }

  synchronized QualityMode quality() {
    return quality;
  }

  synchronized boolean notice(Notice said) {
    var news = notice != said;
    notice = said;
    return news;
  }

  /**
   * What stands in the way, as far as somebody said: a way that is missing is told by its cause,
   * where that is a relay which one of the sides does not reach.
   */
  synchronized Notice notice() {
    var noWay = notice == Notice.NO_ROUTE || (notice == Notice.NONE && session.relayOnly());
    return noWay && !relay.failures().isEmpty() ? Notice.NO_RELAY : notice;
  }

  /** The sides that reach no relay, and why. */
  synchronized Map<Side, RelayReach> relayFailures() {
    return relay.failures();
  }

  /** A side says what it found when it looked for the relay. */
  synchronized RelayNews relayReport(Side side, RelayReach reach) {
    if (!relay.take(side, reach)) {
      return RelayNews.NOTHING_NEW;
    }
    return relay.countsFirst(side) ? RelayNews.FIRST_FAILURE : RelayNews.NEWS;
  }

  /** What a report of a side is. */
  enum RelayNews {
    NOTHING_NEW,
    NEWS,
    FIRST_FAILURE
  }

  /**
   * Sends the session's state to one member under its page's next number; of the end, nobody is
   * told twice over one connection.
   */
  synchronized void tellNews(Member member) {
    if (!session.state().open() && !knowTheEnd.add(member)) {
      return;
    }
    var snapshot = Snapshots.of(this, member);
    var log = logs.of(member.kind(), member.clientId());
    member.send(log.number(seq -> new ServerMessage.SessionStateMessage(seq, snapshot)));
  }

  /**
   * Sends what a returning page missed; false when it is not kept and {@link #tellNews} must do.
   */
  synchronized boolean replay(Member member, long seq) {
    var missed = logs.find(member.kind(), member.clientId()).flatMap(log -> log.after(seq));
    missed.ifPresent(messages -> messages.forEach(member::send));
    return missed.isPresent();
  }

  /** Passes a peer message to the other side, kept for it while it is away. */
  synchronized Relay relay(Member from, ClientMessage.Peer message) {
    if (!takesPart(from)) {
      return Relay.NOT_A_PARTICIPANT;
    }
    if (session.state() == SessionState.REQUESTED || !session.state().open()) {
      return Relay.NOT_NOW;
    }
    var otherKind = from.kind() == ClientKind.PANEL ? ClientKind.POPUP : ClientKind.PANEL;
    var to = slot(otherKind);
    if (to.clientId().isEmpty()) {
      return Relay.NOT_NOW;
    }
    if (session.relayOnly() && !RelayRule.permits(message)) {
      return Relay.NO_RELAY;
    }
    if (!countCandidate(from.kind(), message)) {
      return Relay.TOO_MANY;
    }
    var log = logs.of(otherKind, to.clientId().get());
    var numbered = log.append(seq -> new ServerMessage.Relay(seq, message));
    to.member().ifPresent(member -> member.send(numbered));
    return Relay.PASSED;
  }

  /** What became of a peer message. */
  enum Relay {
    PASSED,
    NOT_A_PARTICIPANT,
    NOT_NOW,
    NO_RELAY,
    TOO_MANY
  }

  /** A new offer has candidates of its own on both sides: a long share outlives many of them. */
  private boolean countCandidate(ClientKind kind, ClientMessage.Peer message) {
    if (message instanceof ClientMessage.PeerOffer) {
      popupCandidates = 0;
      panelCandidates = 0;
    }
    if (!(message instanceof ClientMessage.PeerIce)) {
      return true;
    }
    var count = kind == ClientKind.PANEL ? ++panelCandidates : ++popupCandidates;
    return count <= MAXIMUM_CANDIDATES;
  }
}
