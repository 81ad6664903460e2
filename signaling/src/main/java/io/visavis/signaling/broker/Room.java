package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.protocol.Notice;
import io.visavis.signaling.protocol.QualityMode;
import io.visavis.signaling.protocol.ServerMessage;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this node knows in memory of one session: who takes part over which connection, what each
 * page was told, and what passes between them. All access is synchronized on the room.
 */
final class Room {
  /** More candidates than this from one side within a session are a fault or an attack. */
  static final int MAXIMUM_CANDIDATES = 400;

  private static final int KEPT_MESSAGES = 300;

  private final Map<String, MessageLog> logs = new HashMap<>();
  private final Slot popup = new Slot();
  private final Slot panel = new Slot();
  private ShareSession session;
  private final String accountName;
  private QualityMode quality = QualityMode.SHARP;
  private Notice notice = Notice.NONE;
  private int popupCandidates;
  private int panelCandidates;

  Room(ShareSession session, String accountName) {
    this.session = session;
    this.accountName = accountName;
  }

  synchronized ShareSession session() {
    return session;
  }

  String accountName() {
    return accountName;
  }

  /** Takes a later version of the session; an older one that arrives late is dropped. */
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

  /** Whether this is a session of that visitor. */
  synchronized boolean of(VisitorKey visitor) {
    return session.accountId().equals(visitor.accountId())
        && session.visitorId().equals(visitor.visitorId());
  }

  synchronized Slot slot(ClientKind kind) {
    return kind == ClientKind.PANEL ? panel : popup;
  }

  synchronized Optional<Member> participant(ClientKind kind) {
    return slot(kind).member();
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

  synchronized boolean lose(Member member, Instant now) {
    return member.kind() != ClientKind.PAGE && slot(member.kind()).lose(member, now);
  }

  synchronized void expectBack(Instant now) {
    if (session.state() != SessionState.REQUESTED) {
      popup.expectBack(now);
    }
    panel.expectBack(now);
  }

  synchronized void quality(QualityMode mode) {
    quality = mode;
  }

  synchronized QualityMode quality() {
    return quality;
  }

  synchronized void notice(Notice said) {
    notice = said;
  }

  synchronized Notice notice() {
    return notice;
  }

  /** Sends the session's state to one member under its page's next number. */
  synchronized void tell(Member member) {
    var snapshot = Snapshots.of(this, member);
    member.send(log(member).append(seq -> new ServerMessage.SessionStateMessage(seq, snapshot)));
  }

  /** Sends what a returning page missed; false when it is not kept and {@link #tell} must do. */
  synchronized boolean replay(Member member, long seq) {
    Optional<List<ServerMessage>> missed =
        Optional.ofNullable(logs.get(member.clientId())).flatMap(log -> log.after(seq));
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
    if (message instanceof ClientMessage.PeerIce && !countCandidate(from.kind())) {
      return Relay.TOO_MANY;
    }
    var to = from.kind() == ClientKind.PANEL ? popup : panel;
    if (to.clientId().isEmpty()) {
      return Relay.NOT_NOW;
    }
    var numbered =
        logs.computeIfAbsent(to.clientId().get(), client -> new MessageLog(KEPT_MESSAGES))
            .append(seq -> new ServerMessage.Relay(seq, message));
    to.member().ifPresent(member -> member.send(numbered));
    return Relay.PASSED;
  }

  /** What became of a peer message. */
  enum Relay {
    PASSED,
    NOT_A_PARTICIPANT,
    NOT_NOW,
    TOO_MANY
  }

  private boolean countCandidate(ClientKind kind) {
    var count = kind == ClientKind.PANEL ? ++panelCandidates : ++popupCandidates;
    return count <= MAXIMUM_CANDIDATES;
  }

  private MessageLog log(Member member) {
    return logs.computeIfAbsent(member.clientId(), client -> new MessageLog(KEPT_MESSAGES));
  }
}
