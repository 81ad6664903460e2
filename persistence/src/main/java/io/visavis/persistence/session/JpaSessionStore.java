package io.visavis.persistence.session;

import io.visavis.persistence.account.AccountLock;
import io.visavis.persistence.schema.Text;
import io.visavis.persistence.webhook.Outbox;
import io.visavis.signaling.session.Decision;
import io.visavis.signaling.session.SessionStore;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Transition;
import io.visavis.signaling.webhook.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sessions in the database. Texts that no column can hold throw {@link Text.UnstorableText} when
 * written and are unknown when looked up.
 */
@ApplicationScoped
@Transactional
class JpaSessionStore implements SessionStore {
  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  /** For the container. */
  protected JpaSessionStore() {}

  JpaSessionStore(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Creations of one account queue up on the account's row. So a busy visitor and a reached
   * limit are seen by looking, and the unique constraint, whose violation would cost PostgreSQL the
   * whole transaction, is never run into.
   */
  @Override
  public Created create(ShareSession session) {
    var row = new ShareSessionRow(session);
    var terms =
        Text.allStorable(session.accountId())
            ? AccountLock.terms(entities, session.accountId())
            : Optional.<AccountLock.Terms>empty();
    if (terms.filter(are -> are.eligibility().holdsAt(session.requestedAt())).isEmpty()) {
      return Created.NOT_ELIGIBLE;
    }
    if (openOf(session.accountId(), session.visitorId()).isPresent()) {
      return Created.VISITOR_BUSY;
    }
    var within = new AccountUse(entities, session).within(terms.get().limits());
    if (within != Created.DONE) {
      return within;
    }
    add(row);
    add(new TransitionRow(session));
    new Outbox(entities).tell(EventType.ofRequest(), session, session.requestedAt());
    return Created.DONE;
  }

  @Override
  public boolean move(
      ShareSession from, Decision.Moved moved, Transition transition, boolean requireEligible) {
    var to = moved.to();
    if (!to.id().equals(from.id()) || to.version() != from.version() + 1) {
      throw new IllegalArgumentException("Not the next version of session " + from.id());
    }
    var update = new SessionUpdate(entities);
    var won =
        requireEligible ? update.moveIfEligible(from, to, transition.at()) : update.move(from, to);
    if (won) {
      add(new TransitionRow(from.state(), to, transition));
      transition.consent().ifPresent(consent -> add(new ConsentRow(to, consent)));
      new Outbox(entities).tell(EventType.ofMove(from.state(), to), to, transition.at());
    }
    return won;
  }

  /** Inserts at once and forgets the row, as nothing read or written here stays managed. */
  private void add(Object row) {
    entities.persist(row);
    entities.flush();
    entities.detach(row);
  }

  @Override
  public Optional<ShareSession> find(String accountId, String sessionId) {
    return queries().find(accountId, sessionId);
  }

  @Override
  public Optional<ShareSession> openOf(String accountId, String visitorId) {
    return queries().openOf(accountId, visitorId);
  }

  @Override
  public List<ShareSession> due(Instant now, int limit) {
    return queries().due(now, limit);
  }

  @Override
  public List<ShareSession> openWithoutEligibility(Instant now, int limit) {
    return queries().openWithoutEligibility(now, limit);
  }

  @Override
  public List<ShareSession> open(int limit) {
    return queries().open(limit);
  }

  @Override
  public List<ShareSession> history(String accountId, String visitorId, String before, int limit) {
    return queries().history(accountId, visitorId, before, limit);
  }

  private SessionQueries queries() {
    return new SessionQueries(entities);
  }
}
