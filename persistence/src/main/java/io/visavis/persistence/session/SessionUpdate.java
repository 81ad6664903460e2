package io.visavis.persistence.session;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.session.ShareSession;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;

/**
 * The one statement that changes a session. It names the state and the version it starts from: of
 * any number of them that start from the same version, the database lets exactly one through.
 */
final class SessionUpdate {
  private static final String MOVE =
      """
      update ShareSession s set s.version = :version, s.openVisitorId = :openVisitor,
        s.state = :state, s.capturing = :capturing, s.activated = :activated,
        s.surface = :surface, s.consentWording = :wording, s.consentLanguage = :language,
        s.acceptedAt = :acceptedAt, s.liveAt = :liveAt, s.mediaAt = :mediaAt,
        s.endedAt = :endedAt, s.endReason = :endReason, s.endDetail = :endDetail,
        s.deadline = :deadline
      where s.id = :id and s.accountId = :account
        and s.state = :fromState and s.version = :fromVersion
      """;
  private static final String IF_ELIGIBLE =
      """
       and exists (select 1 from Account a where a.id = s.accountId and a.eligible
         and (a.eligibleUntil is null or a.eligibleUntil > :at))
      """;

  private final EntityManager entities;

  SessionUpdate(EntityManager entities) {
    this.entities = entities;
  }

  /** Moves the session; says whether this caller did it. */
  boolean move(ShareSession from, ShareSession to) {
    return filled(entities.createQuery(MOVE), from, to).executeUpdate() == 1;
  }

  /** As {@link #move}, and only while the account is eligible at {@code at}. */
  boolean moveIfEligible(ShareSession from, ShareSession to, Instant at) {
    var update = filled(entities.createQuery(MOVE + IF_ELIGIBLE), from, to);
    return update.setParameter("at", Instants.micros(at)).executeUpdate() == 1;
  }

  private static Query filled(Query update, ShareSession from, ShareSession to) {
    facts(update, to);
    times(update, to);
    return update
        .setParameter("id", from.id())
        .setParameter("account", from.accountId())
        .setParameter("fromState", from.state())
        .setParameter("fromVersion", from.version());
  }

  private static void facts(Query update, ShareSession to) {
    update
        .setParameter("version", to.version())
        .setParameter("openVisitor", to.state().open() ? to.visitorId() : null)
        .setParameter("state", to.state())
        .setParameter("capturing", to.capturing())
        .setParameter("activated", to.activated())
        .setParameter("surface", Text.checked("surface", to.surface(), 32))
        .setParameter("wording", Text.checked("consent wording", to.consentWording(), 32))
        .setParameter("language", Text.checked("consent language", to.consentLanguage(), 16))
        .setParameter("endReason", to.endReason())
        .setParameter("endDetail", Text.checked("end detail", to.endDetail(), 64));
  }

  private static void times(Query update, ShareSession to) {
    update
        .setParameter("acceptedAt", Instants.micros(to.acceptedAt()))
        .setParameter("liveAt", Instants.micros(to.liveAt()))
        .setParameter("mediaAt", Instants.micros(to.mediaAt()))
        .setParameter("endedAt", Instants.micros(to.endedAt()))
        .setParameter("deadline", Instants.micros(to.deadline()));
  }
}
