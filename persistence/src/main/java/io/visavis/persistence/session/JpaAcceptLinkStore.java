package io.visavis.persistence.session;

import io.visavis.persistence.schema.Text;
import io.visavis.signaling.session.AcceptLinkStore;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Accept links in the database: columns of their session. Of any number of attempts the one
 * conditional update lets the first through.
 */
@ApplicationScoped
@Transactional
class JpaAcceptLinkStore implements AcceptLinkStore {
  private static final String CLAIM =
      """
      update ShareSession s set s.linkAttempt = :attempt
      where s.id = :id and s.state = :requested and s.linkAttempt is null
      """;
  private static final String CLAIMED =
      "select count(s) from ShareSession s where s.id = :id and s.linkAttempt = :attempt";

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  /** For the container. */
  protected JpaAcceptLinkStore() {}

  JpaAcceptLinkStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<ShareSession> ofLink(String sessionId) {
    return new SessionQueries(entities).byId(sessionId);
  }

  @Override
  public boolean claim(String sessionId, String attempt) {
    if (!Text.allStorable(sessionId)) {
      return false;
    }
    var claimed =
        entities
            .createQuery(CLAIM)
            .setParameter("id", sessionId)
            .setParameter("attempt", Text.checked("attempt", attempt, 64))
            .setParameter("requested", SessionState.REQUESTED)
            .executeUpdate();
    return claimed == 1 || isClaimedBy(sessionId, attempt);
  }

  /** The same attempt again: its first answer was lost on the way. */
  private boolean isClaimedBy(String sessionId, String attempt) {
    return entities
            .createQuery(CLAIMED, Long.class)
            .setParameter("id", sessionId)
            .setParameter("attempt", attempt)
            .getSingleResult()
        == 1;
  }
}
