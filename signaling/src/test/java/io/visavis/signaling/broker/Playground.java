package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.ClientMessage;
import io.visavis.signaling.protocol.Notice;
import io.visavis.signaling.protocol.QualityMode;
import io.visavis.signaling.protocol.ServerMessage;
import io.visavis.signaling.session.Actor;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import io.visavis.signaling.token.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/**
 * People who do whatever comes to their minds with one broker: two visitors with pages and popups,
 * two agents with panels. What is refused is refused, and the play goes on.
 */
final class Playground {
  /** Who sits where; each may be connected or away. */
  enum Chair {
    PAGE("visitor-1", ClientKind.PAGE),
    SECOND_PAGE("visitor-1", ClientKind.PAGE),
    POPUP("visitor-1", ClientKind.POPUP),
    SECOND_POPUP("visitor-1", ClientKind.POPUP),
    OTHER_VISITORS_PAGE("visitor-2", ClientKind.PAGE),
    PANEL("agent-1", ClientKind.PANEL),
    SECOND_PANEL("agent-1", ClientKind.PANEL),
    OTHER_AGENTS_PANEL("agent-2", ClientKind.PANEL);

    private final String person;
    private final ClientKind kind;

    Chair(String person, ClientKind kind) {
      this.person = person;
      this.kind = kind;
    }
  }

  /** What can be done. */
  enum Deed {
    COME,
    COME_BACK,
    GO,
    TURN_AWAY,
    COME_WITH_TICKET,
    ASK,
    ASK_OVER_REST,
    END_OVER_REST,
    ACT,
    LEAD_ON,
    PASS_ON,
    NOTICE,
    QUALITY,
    WAIT_A_LITTLE,
    WAIT_LONG,
    REVOKE,
    GRANT
  }

  /** One step of the play; {@code which} chooses among sessions, the latest first. */
  record Step(Deed deed, Chair chair, Trigger trigger, int which) {}

  final BrokerFixture here = new BrokerFixture();
  final Queue<FakeMember> everybody = new ConcurrentLinkedQueue<>();
  private final FakeMember[] present = new FakeMember[Chair.values().length];
  private final BiConsumer<FakeMember, ServerMessage> witness;

  /** A play that is watched: {@code witness} sees each message as it is told. */
  Playground(BiConsumer<FakeMember, ServerMessage> witness) {
    this.witness = witness;
    here.broker.attendance().disconnected(here.page);
    here.broker.attendance().unwatch(here.panel, "visitor-1");
  }

  /** Plays one step; what one chair does is done one after the other, as over one socket. */
  void play(Step asked) {
    var step = asked.deed() == Deed.LEAD_ON ? sensible() : asked;
    try {
      synchronized (step.chair()) {
        carryOut(step);
      }
    } catch (Refused refused) {
      // So be it.
    }
  }

  private void carryOut(Step step) {
    switch (step.deed()) {
      case COME -> come(step.chair(), Optional.empty());
      case COME_BACK ->
          come(
              step.chair(), session(step).map(s -> new ClientMessage.Resume(s.id(), step.which())));
      case GO -> go(step.chair());
      case TURN_AWAY -> turnAway(step.chair());
      case COME_WITH_TICKET -> session(step).ifPresent(s -> comeWithTicket(step.chair(), s));
      case ASK -> ask(step);
      case ASK_OVER_REST -> here.broker.request(agent(step), "visitor-1", none(), none());
      case END_OVER_REST -> session(step).ifPresent(s -> here.broker.end(agent(step), s.id()));
      case ACT, LEAD_ON -> act(step);
      case PASS_ON -> member(step).ifPresent(m -> session(step).ifPresent(s -> passOn(m, s)));
      case NOTICE -> say(step, (m, s) -> here.broker.notice(m, s.id(), Notice.NO_ROUTE));
      case QUALITY -> say(step, (m, s) -> here.broker.quality(m, s.id(), QualityMode.SMOOTH));
      case WAIT_A_LITTLE -> here.pass(Duration.ofSeconds(step.which()));
      case WAIT_LONG -> here.pass(Duration.ofSeconds(29 + step.which()));
      case REVOKE -> here.store.eligible = false;
      case GRANT -> here.store.eligible = true;
    }
  }

  /** What would bring the latest session a step further; else no play would get far. */
  private Step sensible() {
    var all = here.store.all();
    var session = all.isEmpty() ? null : all.get(all.size() - 1);
    if (session == null || session.state() == SessionState.ENDED) {
      return by(Chair.PANEL, Deed.ASK, null);
    }
    return switch (session.state()) {
      case REQUESTED -> by(Chair.PAGE, Deed.ACT, Trigger.VISITOR_ACCEPTS);
      case ACCEPTED ->
          session.capturing()
              ? by(Chair.PANEL, Deed.ACT, Trigger.AGENT_ACTIVATES)
              : by(Chair.POPUP, Deed.ACT, Trigger.CAPTURE_STARTS);
      case LIVE -> by(Chair.PANEL, Deed.ACT, Trigger.MEDIA_FLOWS);
      case PAUSED -> by(Chair.POPUP, Deed.ACT, Trigger.VISITOR_RESUMES);
      case ENDED -> throw new IllegalStateException("asked for above");
    };
  }

  /** Whoever is away comes first. */
  private Step by(Chair chair, Deed deed, Trigger trigger) {
    var here = present[chair.ordinal()] != null;
    return new Step(here ? deed : Deed.COME, chair, trigger, here && deed == Deed.ASK ? 1 : 0);
  }

  /** The sessions of the play, latest first; two of them can be chosen. */
  private Optional<ShareSession> session(Step step) {
    var all = here.store.all();
    var at = all.size() - 1 - step.which() % 2;
    return at < 0 ? Optional.empty() : Optional.of(all.get(at));
  }

  private Optional<FakeMember> member(Step step) {
    return Optional.ofNullable(present[step.chair().ordinal()]);
  }

  private FakeMember sit(Chair chair) {
    var clientId = "client-of-" + chair.name();
    var member =
        chair.kind == ClientKind.PANEL
            ? FakeMember.panel(clientId, chair.person)
            : FakeMember.visitor(chair.person, chair.kind, clientId, true);
    member.witness = message -> witness.accept(member, message);
    everybody.add(member);
    present[chair.ordinal()] = member;
    return member;
  }

  private void come(Chair chair, Optional<ClientMessage.Resume> resume) {
    var before = present[chair.ordinal()];
    var member = sit(chair);
    if (chair.kind == ClientKind.PANEL) {
      here.broker.attendance().watch(member, "visitor-1", resume);
    } else {
      here.broker.attendance().visitorArrives(member, resume);
    }
    depart(before);
  }

  private void comeWithTicket(Chair chair, ShareSession session) {
    if (session.visitorId().equals("visitor-1") && chair.kind == ClientKind.POPUP) {
      go(chair);
      here.broker.attendance().popupArrives(sit(chair), session.id());
    }
  }

  private void go(Chair chair) {
    var member = present[chair.ordinal()];
    present[chair.ordinal()] = null;
    depart(member);
  }

  private void depart(FakeMember member) {
    if (member == null) {
      return;
    }
    here.broker.attendance().disconnected(member);
    if (member.kind() == ClientKind.PANEL) {
      here.broker.attendance().unwatch(member, "visitor-1");
      here.broker.attendance().unwatch(member, "visitor-2");
    }
  }

  private void turnAway(Chair chair) {
    var member = present[chair.ordinal()];
    if (member != null && chair.kind == ClientKind.PANEL) {
      here.broker.attendance().unwatch(member, "visitor-1");
      here.broker.attendance().watch(member, "visitor-2", Optional.empty());
    }
  }

  private void ask(Step step) {
    var visitor = step.which() == 0 ? "visitor-2" : "visitor-1";
    member(step)
        .filter(member -> member.kind() == ClientKind.PANEL)
        .ifPresent(panel -> here.broker.request(agent(step), visitor, none(), Optional.of(panel)));
  }

  private void act(Step step) {
    var side = step.chair().kind == ClientKind.PANEL ? Actor.AGENT : Actor.VISITOR;
    if (step.trigger().actor() == side) {
      say(step, (member, session) -> here.broker.act(member, session.id(), occurrence(step)));
    }
  }

  private static Occurrence occurrence(Step step) {
    return step.trigger() == Trigger.VISITOR_ACCEPTS
        ? Occurrence.accepted("view.1", "fr")
        : Occurrence.of(step.trigger(), "window");
  }

  private void say(Step step, BiConsumer<FakeMember, ShareSession> words) {
    member(step).ifPresent(m -> session(step).ifPresent(s -> words.accept(m, s)));
  }

  private void passOn(FakeMember from, ShareSession session) {
    here.broker.relay(
        from, new ClientMessage.PeerOffer(Optional.empty(), session.id(), from.clientId()));
  }

  /** Everybody leaves and a day goes by. */
  void goHome() {
    for (var chair : Chair.values()) {
      go(chair);
    }
    here.store.eligible = true;
    for (var i = 0; i < 4; i++) {
      here.pass(Duration.ofMinutes(5));
    }
  }

  boolean anyoneOpen() {
    return here.store.all().stream().anyMatch(session -> session.state() != SessionState.ENDED);
  }

  private static Principal.Agent agent(Step step) {
    var other = step.chair() == Chair.OTHER_AGENTS_PANEL;
    return FakeMember.agent("account-1", other ? "agent-2" : "agent-1");
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
