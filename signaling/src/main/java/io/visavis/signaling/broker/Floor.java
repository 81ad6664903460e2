package io.visavis.signaling.broker;

import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionMachine;
import io.visavis.signaling.session.SessionRules;
import io.visavis.signaling.session.SessionStore;
import io.visavis.signaling.token.AcceptLinks;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;

/** What the broker's parts share: the rooms, who is present, and the way a session moves. */
final class Floor {
  private static final Duration PRESENCE_SETTLES = Duration.ofSeconds(4);

  final SessionStore store;
  final AccountStore accounts;
  final SessionRules rules;
  final Clock clock;
  final BrokerEvents events;
  final AcceptLinks links;
  final Rooms rooms;
  final Presence presence;
  private final Transitions transitions;

  Floor(
      SessionStore store,
      AccountStore accounts,
      SessionRules rules,
      Clock clock,
      BrokerEvents events,
      AcceptLinks links) {
    this.store = store;
    this.accounts = accounts;
    this.rules = rules;
    this.clock = clock;
    this.events = events;
    this.links = links;
    this.rooms = new Rooms(accounts, rules.grace(), links);
    this.presence = new Presence(PRESENCE_SETTLES, clock);
    this.transitions = new Transitions(store, new SessionMachine(rules), clock);
  }

  /** Moves a session and tells everyone who may know; returns its room. */
  Room apply(String accountId, String sessionId, Occurrence occurrence, String actorId) {
    var outcome = transitions.apply(accountId, sessionId, occurrence, actorId);
    var room = rooms.of(outcome.now());
    if (outcome.changed()) {
      events.moved(outcome.before(), outcome.now(), occurrence.trigger());
      if (room.update(outcome.now())) {
        announce(room);
      }
    }
    return room;
  }

  /**
   * Tells the state of a session to the visitor's pages and popups, to the panels that watch, and
   * to those who take part.
   */
  void announce(Room room) {
    var session = room.session();
    var visitor = new VisitorKey(session.accountId(), session.visitorId());
    var told = new LinkedHashSet<>(presence.audience(visitor));
    told.addAll(room.participants());
    told.forEach(room::tellNews);
  }

  /** The room of a session of that account, as the database has it now; news in it is told. */
  Room openRoom(String accountId, String sessionId) {
    var session = store.find(accountId, sessionId).orElseThrow(Floor::unknown);
    var room = rooms.of(session);
    if (room.catchUp(session)) {
      announce(room);
    }
    return room;
  }

  static Refused unknown() {
    return new Refused(ErrorCode.NOT_FOUND, "no such session");
  }
}
