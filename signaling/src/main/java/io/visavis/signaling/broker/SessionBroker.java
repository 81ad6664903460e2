package io.visavis.signaling.broker;

import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.Notice;
import io.visavis.signaling.protocol.QualityMode;
import io.visavis.signaling.protocol.SessionSnapshot;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionMachine;
import io.visavis.signaling.session.SessionRules;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.SessionStore;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import io.visavis.signaling.token.Principal;
import io.visavis.signaling.token.RandomIds;
import io.visavis.signaling.token.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Brokers share sessions between visitors and agents. Safe for use by many threads. Every method
 * that takes a session id also takes, or derives from the member, the account: a session of another
 * account is refused exactly like one that never was.
 */
public final class SessionBroker {
  private static final Duration PRESENCE_SETTLES = Duration.ofSeconds(4);

  private final SessionStore store;
  private final AccountStore accounts;
  private final Tickets tickets;
  private final SessionRules rules;
  private final Clock clock;
  private final BrokerEvents events;
  private final Transitions transitions;
  private final Rooms rooms;
  private final Presence presence;

  /** A broker over those stores; {@code clock} must tick in microseconds. */
  public SessionBroker(
      SessionStore store,
      AccountStore accounts,
      Tickets tickets,
      SessionRules rules,
      Clock clock,
      BrokerEvents events) {
    this.store = store;
    this.accounts = accounts;
    this.tickets = tickets;
    this.rules = rules;
    this.clock = clock;
    this.events = events;
    this.transitions = new Transitions(store, new SessionMachine(rules), clock);
    this.rooms = new Rooms(accounts);
    this.presence = new Presence(PRESENCE_SETTLES, clock);
  }

  // --- connections -----------------------------------------------------------------------------

  /** A visitor's page or popup is there; it is told of the visitor's open session. */
  public void visitorArrives(Member member, Optional<ClientMessage.Resume> resume) {
    var visitor = visitorOf(member);
    presence.arrive(visitor, member);
    welcome(member, visitor, resume);
  }

  /**
   * A popup came in with a ticket for that session and takes the visitor's place in it.
   *
   * @throws Refused {@code ticket-invalid} when the session is over, {@code already-sharing} when
   *     another window captures already
   */
  public void popupArrives(Member popup, String sessionId) {
    var visitor = visitorOf(popup);
    var room = openRoom(visitor.accountId(), sessionId);
    if (!room.attach(popup)) {
      throw new Refused(ErrorCode.ALREADY_SHARING, "another window of this visitor shares already");
    }
    presence.arrive(visitor, popup);
    announce(room);
  }

  /** A panel wants to know of a visitor, and takes its agent's place in a session of theirs. */
  public void watch(Member panel, String visitorId, Optional<ClientMessage.Resume> resume) {
    var visitor = reachable(agentOf(panel), visitorId);
    presence.watch(visitor, panel);
    welcome(panel, visitor, resume);
  }

  /** A panel no longer watches that visitor. */
  public void unwatch(Member panel, String visitorId) {
    presence.unwatch(new VisitorKey(panel.principal().accountId(), visitorId), panel);
  }

  /** The connection is gone; in its sessions the grace begins. */
  public void disconnected(Member member) {
    if (member.principal() instanceof Principal.Visitor) {
      presence.leave(visitorOf(member), member);
    }
    var now = clock.instant();
    rooms.all().stream().filter(room -> room.lose(member, now)).forEach(this::announce);
  }

  private void welcome(Member member, VisitorKey visitor, Optional<ClientMessage.Resume> resume) {
    var open = store.openOf(visitor.accountId(), visitor.visitorId());
    var resumed = resume.flatMap(seen -> rooms.find(seen.sessionId())).filter(of(visitor));
    open.map(rooms::of).ifPresent(room -> settleIn(member, room, resume));
    // A session that ended while the page was away: it is told how.
    resumed
        .filter(room -> open.isEmpty() || !room.session().id().equals(open.get().id()))
        .ifPresent(room -> room.tell(member));
  }

  private void settleIn(Member member, Room room, Optional<ClientMessage.Resume> resume) {
    var joined = mayTakePart(member, room) && room.attach(member);
    var seen = resume.filter(last -> last.sessionId().equals(room.session().id()));
    if (seen.isEmpty() || !room.replay(member, seen.get().seq())) {
      room.tell(member);
    }
    if (joined) {
      announce(room);
    }
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

  // --- requests --------------------------------------------------------------------------------

  /**
   * An agent asks a visitor to share.
   *
   * @param panel the asking panel, empty when asked over REST
   * @throws Refused {@code not-eligible}; {@code request-open} when this agent has an open session
   *     with the visitor, {@code visitor-busy} when another has
   */
  public SessionSnapshot request(
      Principal.Agent agent,
      String visitorId,
      Optional<String> conversation,
      Optional<Member> panel) {
    var visitor = reachable(agent, visitorId);
    var now = clock.instant();
    var session =
        ShareSession.requested(
            RandomIds.id(),
            agent.accountId(),
            new ShareSession.Request(
                visitorId, conversation.orElse(null), agent.agentId(), agent.name()),
            now,
            now.plus(rules.requestExpiry()));
    switch (store.create(session)) {
      case NOT_ELIGIBLE ->
          throw new Refused(ErrorCode.NOT_ELIGIBLE, "the account may not share screens");
      case VISITOR_BUSY -> throw busy(agent, visitor);
      case DONE -> events.requested(session);
    }
    var room = rooms.of(session);
    panel.ifPresent(room::attach);
    announce(room);
    return Snapshots.of(room);
  }

  private Refused busy(Principal.Agent agent, VisitorKey visitor) {
    var open = store.openOf(visitor.accountId(), visitor.visitorId());
    var own = open.filter(session -> session.agentId().equals(agent.agentId()));
    return own.isPresent()
        ? new Refused(
            ErrorCode.REQUEST_OPEN,
            "you have an open request or share with this visitor",
            own.map(ShareSession::id))
        : new Refused(
            ErrorCode.VISITOR_BUSY,
            "another agent has an open request or share with this visitor",
            open.map(ShareSession::id));
  }

  // --- what people do in a session -------------------------------------------------------------

  /**
   * Something a connected member does to a session.
   *
   * @throws Refused when it takes no part, or the state does not allow it
   */
  public SessionSnapshot act(Member member, String sessionId, Occurrence occurrence) {
    var room = openRoom(member.principal().accountId(), sessionId);
    if (member.principal() instanceof Principal.Visitor visitor) {
      visitorActs(member, visitor, room, occurrence);
    } else {
      agentActs(member, room);
    }
    return apply(member.principal(), sessionId, occurrence);
  }

  /** A visitor acts in the visitor's own sessions only; what captures must have the place. */
  private static void visitorActs(
      Member member, Principal.Visitor visitor, Room room, Occurrence occurrence) {
    if (!room.session().visitorId().equals(visitor.visitorId())) {
      throw unknown();
    }
    if (member.kind() != ClientKind.POPUP) {
      return;
    }
    var joins =
        occurrence.trigger() == Trigger.VISITOR_ACCEPTS
            || occurrence.trigger() == Trigger.CAPTURE_STARTS;
    if (joins && !room.takesPart(member) && !room.attach(member)) {
      throw new Refused(ErrorCode.ALREADY_SHARING, "another window of this visitor shares already");
    }
    if (occurrence.trigger() != Trigger.VISITOR_STOPS
        && occurrence.trigger() != Trigger.VISITOR_DECLINES
        && !room.takesPart(member)) {
      throw new Refused(ErrorCode.TAKEN_OVER, "another window of this visitor takes part");
    }
  }

  private static void agentActs(Member member, Room room) {
    if (!(member.principal() instanceof Principal.Agent agent)
        || !agent.mayReach(room.session().visitorId())) {
      throw unknown();
    }
    if (!agent.agentId().equals(room.session().agentId())) {
      throw new Refused(ErrorCode.FORBIDDEN, "another agent has this session");
    }
    if (!room.takesPart(member)) {
      throw new Refused(ErrorCode.TAKEN_OVER, "another window of this agent takes part");
    }
  }

  /**
   * An agent ends a session over REST: withdrawn before the answer, stopped after it.
   *
   * @throws Refused {@code not-found}, {@code forbidden}, {@code wrong-state} when it has ended
   */
  public SessionSnapshot end(Principal.Agent agent, String sessionId) {
    var session = visible(agent, sessionId);
    if (!session.agentId().equals(agent.agentId())) {
      throw new Refused(ErrorCode.FORBIDDEN, "another agent has this session");
    }
    return apply(agent, sessionId, Occurrence.of(Trigger.AGENT_STOPS));
  }

  private SessionSnapshot apply(Principal by, String sessionId, Occurrence occurrence) {
    var actor = by instanceof Principal.Agent agent ? agent.agentId() : null;
    return apply(by.accountId(), sessionId, occurrence, actor);
  }

  private SessionSnapshot apply(
      String accountId, String sessionId, Occurrence occurrence, String actorId) {
    var outcome = transitions.apply(accountId, sessionId, occurrence, actorId);
    var room = rooms.of(outcome.now());
    if (outcome.changed()) {
      events.moved(outcome.before(), outcome.now(), occurrence.trigger());
      if (room.update(outcome.now())) {
        announce(room);
      }
    }
    return Snapshots.of(room);
  }

  /** Passes SDP or ICE to the other side of the session; the only thing that asks no database. */
  public void relay(Member from, ClientMessage.Peer message) {
    var account = from.principal().accountId();
    var room =
        rooms
            .find(message.sessionId())
            .filter(known -> known.session().accountId().equals(account))
            .orElseThrow(SessionBroker::unknown);
    switch (room.relay(from, message)) {
      case PASSED -> {}
      case NOT_A_PARTICIPANT -> throw unknown();
      case NOT_NOW ->
          throw new Refused(ErrorCode.WRONG_STATE, "nothing passes in the present state");
      case TOO_MANY -> throw new Refused(ErrorCode.LIMIT_REACHED, "too many ICE candidates");
    }
  }

  /** Either side of a session wishes another picture quality. */
  public void quality(Member member, String sessionId, QualityMode mode) {
    var room = ownRoom(member, sessionId);
    room.quality(mode);
    announce(room);
  }

  /** The visitor's side says what stands between yes and pixels. */
  public void notice(Member member, String sessionId, Notice notice) {
    var room = ownRoom(member, sessionId);
    room.notice(notice);
    announce(room);
  }

  /** A fresh popup ticket for the visitor's own open session. */
  public Tickets.Issued ticket(Member member, String sessionId) {
    var room = ownRoom(member, sessionId);
    var session = room.session();
    return tickets.issue(session.accountId(), session.visitorId(), session.id());
  }

  private Room ownRoom(Member member, String sessionId) {
    var room = openRoom(member.principal().accountId(), sessionId);
    var mine =
        member.principal() instanceof Principal.Visitor visitor
            ? visitor.visitorId().equals(room.session().visitorId())
            : room.takesPart(member);
    if (!mine) {
      throw unknown();
    }
    if (!room.session().state().open()) {
      throw new Refused(ErrorCode.WRONG_STATE, "the session has ended", Optional.of(sessionId));
    }
    return room;
  }

  // --- reading ---------------------------------------------------------------------------------

  /** One session, as an agent of its account may see it. */
  public SessionSnapshot find(Principal.Agent agent, String sessionId) {
    return snapshot(visible(agent, sessionId));
  }

  /** Sessions of the agent's account, newest first; see {@link SessionStore#history}. */
  public List<SessionSnapshot> history(
      Principal.Agent agent, Optional<String> visitorId, Optional<String> before, int limit) {
    var visitor = visitorId.or(() -> Optional.ofNullable(agent.onlyVisitor()));
    visitor.ifPresent(id -> reachable(agent, id));
    return store
        .history(agent.accountId(), visitor.orElse(null), before.orElse(null), limit)
        .stream()
        .map(this::snapshot)
        .toList();
  }

  private SessionSnapshot snapshot(ShareSession session) {
    return rooms
        .find(session.id())
        .filter(room -> session.state().open())
        .map(Snapshots::of)
        .orElseGet(
            () ->
                Snapshots.of(
                    session, accounts.byId(session.accountId()).map(a -> a.name()).orElse("")));
  }

  private ShareSession visible(Principal.Agent agent, String sessionId) {
    return store
        .find(agent.accountId(), sessionId)
        .filter(session -> agent.mayReach(session.visitorId()))
        .orElseThrow(SessionBroker::unknown);
  }

  // --- clocks ----------------------------------------------------------------------------------

  /** Everything that time alone brings about; called about twice a second. */
  public void sweep() {
    Sweep.run(store, rooms, rules, clock, this::bySystem);
    presence.settle();
  }

  /**
   * Ends an account's sessions at once after its eligibility ended; the sweep would, seconds later.
   */
  public void eligibilityEnded() {
    Sweep.ineligible(store, clock, this::bySystem);
  }

  /**
   * After a start: the sessions of before live on, and their people have the grace to come back.
   */
  public void recover(int limit) {
    var now = clock.instant();
    store.open(limit).forEach(session -> rooms.of(session).expectBack(now));
  }

  private void bySystem(ShareSession session, Occurrence occurrence) {
    try {
      apply(session.accountId(), session.id(), occurrence, null);
    } catch (Refused moot) {
      // Somebody else moved the session first: what was due is not due any more.
      events.refused(moot.code());
    }
  }

  // --- telling ---------------------------------------------------------------------------------

  private void announce(Room room) {
    var session = room.session();
    presence.audience(new VisitorKey(session.accountId(), session.visitorId())).forEach(room::tell);
  }

  private Room openRoom(String accountId, String sessionId) {
    var session = store.find(accountId, sessionId).orElseThrow(SessionBroker::unknown);
    var room = rooms.of(session);
    room.update(session);
    return room;
  }

  private static VisitorKey reachable(Principal.Agent agent, String visitorId) {
    if (!agent.mayReach(visitorId)) {
      throw new Refused(ErrorCode.FORBIDDEN, "the token is good for another visitor only");
    }
    return new VisitorKey(agent.accountId(), visitorId);
  }

  private static java.util.function.Predicate<Room> of(VisitorKey visitor) {
    return room ->
        room.session().accountId().equals(visitor.accountId())
            && room.session().visitorId().equals(visitor.visitorId());
  }

  private static VisitorKey visitorOf(Member member) {
    var visitor = (Principal.Visitor) member.principal();
    return new VisitorKey(visitor.accountId(), visitor.visitorId());
  }

  private static Principal.Agent agentOf(Member member) {
    return (Principal.Agent) member.principal();
  }

  private static Refused unknown() {
    return new Refused(ErrorCode.NOT_FOUND, "no such session");
  }
}
