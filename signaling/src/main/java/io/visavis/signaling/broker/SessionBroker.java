package io.visavis.signaling.broker;

import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.policy.Policies;
import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.Delivery;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.Notice;
import io.visavis.signaling.protocol.QualityMode;
import io.visavis.signaling.protocol.RelayReach;
import io.visavis.signaling.protocol.SessionSnapshot;
import io.visavis.signaling.protocol.Side;
import io.visavis.signaling.session.AcceptLinkStore;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionRules;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.SessionStore;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import io.visavis.signaling.token.AcceptLinks;
import io.visavis.signaling.token.Principal;
import io.visavis.signaling.token.RandomIds;
import io.visavis.signaling.token.Tickets;
import io.visavis.signaling.visitor.VisitorStore;
import io.visavis.signaling.website.HelpRules;
import io.visavis.signaling.website.WebsiteStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Brokers share sessions between visitors and agents. Safe for use by many threads. Every method
 * that takes a session id also takes, or derives from the member, the account: a session of another
 * account is refused exactly like one that never was.
 */
public final class SessionBroker {
  private final Floor floor;
  private final Tickets tickets;
  private final HouseRules houseRules;
  private final Seating seating;
  private final Attendance attendance;
  private final Timekeeper timekeeper;
  private final Helpline helpline;
  private final LinkAnswers linkAnswers;
  private final Visitors visitors;

  /** A broker over those stores; {@code clock} must tick in microseconds. */
  public SessionBroker(
      SessionStore store,
      AccountStore accounts,
      Tickets tickets,
      WebsiteStore website,
      Policies policies,
      SessionRules rules,
      HelpRules helpRules,
      Clock clock,
      BrokerEvents events,
      AcceptLinks links,
      AcceptLinkStore claims,
      VisitorStore visitors) {
    this.floor = new Floor(store, accounts, rules, clock, events, links);
    this.tickets = tickets;
    this.houseRules = new HouseRules(policies);
    this.seating = new Seating(floor, houseRules);
    this.visitors = new Visitors(floor, visitors, helpRules);
    this.helpline = new Helpline(floor, website, policies, helpRules, this.visitors);
    this.attendance = new Attendance(floor, seating, helpline, this.visitors);
    this.timekeeper = new Timekeeper(floor);
    this.linkAnswers = new LinkAnswers(floor, policies, houseRules, claims, tickets);
  }

  /** Where connections come and go. */
  public Attendance attendance() {
    return attendance;
  }

  /** Where time does its part. */
  public Timekeeper timekeeper() {
    return timekeeper;
  }

  /** Where visitors say something without a share. */
  public Helpline helpline() {
    return helpline;
  }

  /** Where visitors answer by the link that they were sent. */
  public LinkAnswers linkAnswers() {
    return linkAnswers;
  }

  /** Where a host looks its visitors up. */
  public Visitors visitors() {
    return visitors;
  }

  /** How many sessions this node keeps in memory. */
  public int rooms() {
    return floor.rooms.size();
  }

  /** How many visitors this node keeps in memory, because they are here or watched. */
  public int presentPeople() {
    return floor.presence.size();
  }

  // --- requests --------------------------------------------------------------------------------

  /** As below, on the page that the visitor is on. */
  public SessionSnapshot request(
      Principal.Agent agent,
      String visitorId,
      Optional<String> conversation,
      Optional<Member> panel) {
    return request(agent, visitorId, conversation, Delivery.SITE, panel);
  }

  /**
   * An agent asks a visitor to share.
   *
   * @param delivery how the visitor learns of it, and with it how long it waits for the answer
   * @param panel the asking panel, empty when asked over REST: then a panel of that agent that
   *     watches the visitor takes part
   * @param conversation the host's conversation; without one, that which the visitor is in
   * @throws Refused {@code not-permitted-by-policy}; {@code not-eligible}; {@code account-limit};
   *     {@code request-open} when this agent has an open session with the visitor, {@code
   *     visitor-busy} when another has
   */
  public SessionSnapshot request(
      Principal.Agent agent,
      String visitorId,
      Optional<String> conversation,
      Delivery delivery,
      Optional<Member> panel) {
    var visitor = reachable(agent, visitorId);
    var choices = houseRules.mayRequest(agent);
    var now = floor.clock.instant();
    var byLink = delivery == Delivery.LINK;
    var life = byLink ? floor.links.life() : floor.rules.requestExpiry();
    var session =
        ShareSession.requested(
            RandomIds.id(),
            agent.accountId(),
            new ShareSession.Request(
                visitorId,
                conversation.or(() -> visitors.conversation(visitor)).orElse(null),
                agent.agentId(),
                agent.name(),
                byLink,
                choices.relayOnly()),
            now,
            now.plus(life));
    switch (floor.store.create(session)) {
      case NOT_ELIGIBLE ->
          throw new Refused(ErrorCode.NOT_ELIGIBLE, "the account may not share screens");
      case VISITOR_BUSY -> throw busy(agent, visitor);
      case TOO_MANY_OPEN ->
          throw new Refused(
              ErrorCode.ACCOUNT_LIMIT, "the account has as many open sessions as it may");
      case TOO_MANY_REQUESTS ->
          throw new Refused(
              ErrorCode.ACCOUNT_LIMIT, "the account sent as many requests in an hour as it may");
      case DONE -> floor.events.requested(session);
    }
    var room = floor.rooms.of(session);
    panel.ifPresentOrElse(room::attach, () -> seating.seatWatchingPanel(room));
    floor.announce(room);
    helpline.answered(visitor);
    return Snapshots.withLink(Snapshots.of(room), session, agent, floor.links);
  }

  private Refused busy(Principal.Agent agent, VisitorKey visitor) {
    var open = floor.store.openOf(visitor.accountId(), visitor.visitorId());
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
    var room = floor.openRoom(member.principal().accountId(), sessionId);
    var trigger = occurrence.trigger();
    if (member.principal() instanceof Principal.Visitor visitor) {
      seating.visitorActs(member, visitor, room, occurrence);
    } else if (member.principal() instanceof Principal.Agent agent
        && seating.agentActs(member, agent, room, trigger)) {
      floor.announce(room);
    }
    var said = trigger == Trigger.VISITOR_ACCEPTS ? HouseRules.accepted(occurrence) : occurrence;
    return apply(member.principal(), sessionId, said);
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
    return Snapshots.of(floor.apply(by.accountId(), sessionId, occurrence, actor));
  }

  /** Passes SDP or ICE to the other side of the session; the only thing that asks no database. */
  public void relay(Member from, ClientMessage.Peer message) {
    var account = from.principal().accountId();
    var room =
        floor
            .rooms
            .find(message.sessionId())
            .filter(known -> known.session().accountId().equals(account))
            .orElseThrow(Floor::unknown);
    switch (room.relay(from, message)) {
      case PASSED -> {}
      case NOT_A_PARTICIPANT -> throw Floor.unknown();
      case NOT_NOW ->
          throw new Refused(ErrorCode.WRONG_STATE, "nothing passes in the present state");
      case NO_RELAY ->
          throw new Refused(
              ErrorCode.RELAY_ONLY,
              "the account's policy lets pictures travel over a relay only",
              Optional.of(message.sessionId()));
      case TOO_MANY -> throw new Refused(ErrorCode.LIMIT_REACHED, "too many ICE candidates");
    }
  }

  /** Either side of a session wishes another picture quality. */
  public void quality(Member member, String sessionId, QualityMode mode) {
    var room = ownRoom(member, sessionId);
    if (room.quality(mode)) {
      floor.announce(room);
    }
  }

  /** The visitor's side says what stands between yes and pixels. */
  public void notice(Member member, String sessionId, Notice notice) {
    var room = ownRoom(member, sessionId);
    if (room.notice(notice)) {
      floor.announce(room);
    }
  }

  /** A fresh popup ticket for the visitor's own open session. */
  public Tickets.Issued ticket(Member member, String sessionId) {
    var room = ownRoom(member, sessionId);
    var session = room.session();
    return tickets.issue(session.accountId(), session.visitorId(), session.id());
  }

  /**
   * The session to which a participant may connect its picture now, as the database has it: after
   * the yes, before the end, of an account that may share.
   *
   * @throws Refused {@code not-found}, {@code wrong-state}, {@code not-eligible}
   */
  public ShareSession connecting(Member member, String sessionId) {
    var session = answeredRoom(member, sessionId).session();
    var account = floor.accounts.byId(session.accountId());
    if (account.filter(a -> a.eligibility().holdsAt(floor.clock.instant())).isEmpty()) {
      throw new Refused(
          ErrorCode.NOT_ELIGIBLE, "the account may not share screens", Optional.of(sessionId));
    }
    return session;
  }

  /**
   * A participant says what it found when it looked for the relay.
   *
   * @throws Refused {@code not-found}, {@code wrong-state}
   */
  public void relayReport(Member member, String sessionId, RelayReach reach) {
    var room = answeredRoom(member, sessionId);
    var side = member.kind() == ClientKind.PANEL ? Side.AGENT : Side.VISITOR;
    switch (room.relayReport(side, reach)) {
      case NOTHING_NEW -> {}
      case NEWS -> floor.announce(room);
      case FIRST_FAILURE -> {
        floor.events.relayFailed(room.session(), side, reach);
        floor.announce(room);
      }
    }
  }

  private Room answeredRoom(Member member, String sessionId) {
    var room = floor.openRoom(member.principal().accountId(), sessionId);
    if (!room.takesPart(member)) {
      throw Floor.unknown();
    }
    var state = room.session().state();
    if (!state.open() || state == SessionState.REQUESTED) {
      throw new Refused(
          ErrorCode.WRONG_STATE, "nothing to connect in the present state", Optional.of(sessionId));
    }
    return room;
  }

  private Room ownRoom(Member member, String sessionId) {
    var room = floor.openRoom(member.principal().accountId(), sessionId);
    var mine =
        member.principal() instanceof Principal.Visitor visitor
            ? visitor.visitorId().equals(room.session().visitorId())
            : room.takesPart(member);
    if (!mine) {
      throw Floor.unknown();
    }
    if (!room.session().state().open()) {
      throw new Refused(ErrorCode.WRONG_STATE, "the session has ended", Optional.of(sessionId));
    }
    return room;
  }

  // --- reading ---------------------------------------------------------------------------------

  /** One session, as an agent of its account may see it. */
  public SessionSnapshot find(Principal.Agent agent, String sessionId) {
    return snapshot(agent, visible(agent, sessionId));
  }

  /** Sessions of the agent's account, newest first; see {@link SessionStore#history}. */
  public List<SessionSnapshot> history(
      Principal.Agent agent, Optional<String> visitorId, Optional<String> before, int limit) {
    var visitor = visitorId.or(() -> Optional.ofNullable(agent.onlyVisitor()));
    visitor.ifPresent(id -> reachable(agent, id));
    return floor
        .store
        .history(agent.accountId(), visitor.orElse(null), before.orElse(null), limit)
        .stream()
        .map(session -> snapshot(agent, session))
        .toList();
  }

  private SessionSnapshot snapshot(Principal.Agent reader, ShareSession session) {
    return Snapshots.withLink(snapshot(session), session, reader, floor.links);
  }

  private SessionSnapshot snapshot(ShareSession session) {
    return floor
        .rooms
        .find(session.id())
        .filter(room -> session.state().open())
        .map(Snapshots::of)
        .orElseGet(
            () ->
                Snapshots.of(
                    session,
                    floor.accounts.byId(session.accountId()).map(a -> a.name()).orElse("")));
  }

  private ShareSession visible(Principal.Agent agent, String sessionId) {
    return floor
        .store
        .find(agent.accountId(), sessionId)
        .filter(session -> agent.mayReach(session.visitorId()))
        .orElseThrow(Floor::unknown);
  }

  private static VisitorKey reachable(Principal.Agent agent, String visitorId) {
    if (!agent.mayReach(visitorId)) {
      throw new Refused(ErrorCode.FORBIDDEN, "the token is good for another visitor only");
    }
    return new VisitorKey(agent.accountId(), visitorId);
  }
}
