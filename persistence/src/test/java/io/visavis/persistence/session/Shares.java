package io.visavis.persistence.session;

import io.visavis.persistence.engine.Database;
import io.visavis.signaling.session.Consent;
import io.visavis.signaling.session.Decision.Moved;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionMachine;
import io.visavis.signaling.session.SessionRules;
import io.visavis.signaling.session.SessionStore;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.ShareSession.Request;
import io.visavis.signaling.session.Transition;
import io.visavis.signaling.session.Trigger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One fresh account of a test, its sessions, and the real machine's moves on them. */
final class Shares {
  static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123456Z");
  private static final SessionMachine MACHINE = new SessionMachine(SessionRules.DEFAULT);

  final String account = UUID.randomUUID().toString();
  final SessionStore store;
  private final Database database;

  Shares(Database database) throws SQLException {
    this.database = database;
    store = database.store(SessionStore.class, JpaSessionStore::new);
    database.sql(
        "insert into account (id, site_key, name, search_text, site_origins, backoffice_origins,"
            + " eligible, ever_eligible) values ('%1$s', '%1$s', '', '', '', '', true, true)"
                .formatted(account));
  }

  void eligible(boolean granted, Instant until) throws SQLException {
    var end = until == null ? "null" : "timestamp with time zone '" + until + "'";
    database.sql(
        "update account set eligible = %s, eligible_until = %s where id = '%s'"
            .formatted(granted, end, account));
  }

  ShareSession request(String visitor) {
    return request(visitor, NOW);
  }

  ShareSession request(String visitor, Instant at) {
    var request = new Request(visitor, "conversation", "noor", "Noor");
    var id = UUID.randomUUID().toString();
    return ShareSession.requested(id, account, request, at, at.plusSeconds(120));
  }

  ShareSession created(String visitor) {
    return created(visitor, NOW);
  }

  ShareSession created(String visitor, Instant at) {
    var session = request(visitor, at);
    if (store.create(session) != SessionStore.Created.DONE) {
      throw new IllegalStateException("Not created: " + session);
    }
    return session;
  }

  /** The session after the visitor's yes, a pick of a tab and the agent's activation. */
  ShareSession live(String visitor) {
    var session = won(created(visitor), Occurrence.accepted("view.1", "fr"));
    session = won(session, Occurrence.of(Trigger.CAPTURE_STARTS, "browser"));
    return won(session, Occurrence.of(Trigger.AGENT_ACTIVATES));
  }

  ShareSession won(ShareSession from, Occurrence occurrence) {
    if (!move(from, occurrence, false)) {
      throw new IllegalStateException("Lost: " + occurrence);
    }
    return next(from, occurrence).to();
  }

  boolean move(ShareSession from, Occurrence occurrence, boolean requireEligible) {
    return store.move(from, next(from, occurrence), audit(occurrence), requireEligible);
  }

  static Moved next(ShareSession from, Occurrence occurrence) {
    return (Moved) MACHINE.decide(from, occurrence, NOW);
  }

  static Transition audit(Occurrence occurrence) {
    var trigger = occurrence.trigger();
    var consent =
        Optional.ofNullable(occurrence.wording())
            .map(wording -> new Consent(Consent.VIEW, true, wording, occurrence.language(), NOW));
    return new Transition(trigger, trigger.actor(), "somebody", NOW, consent);
  }
}
