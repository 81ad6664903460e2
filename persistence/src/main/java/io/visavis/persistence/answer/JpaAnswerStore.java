package io.visavis.persistence.answer;

import io.visavis.persistence.account.AccountLock;
import io.visavis.persistence.schema.Instants;
import io.visavis.signaling.answer.AnswerStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Answers in the database. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class JpaAnswerStore implements AnswerStore {
  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  /** For the container. */
  protected JpaAnswerStore() {}

  JpaAnswerStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Found begin(Key key, String request, Instant now, Instant keptSince, Instant alive) {
    AccountLock.take(entities, key.accountId());
    entities
        .createQuery(
            "delete from IdempotentAnswer a where a.accountId = :account and a.createdAt < :since")
        .setParameter("account", key.accountId())
        .setParameter("since", Instants.micros(keptSince))
        .executeUpdate();
    var row = entities.find(AnswerRow.class, new AnswerRow.Id3(key));
    if (row == null) {
      entities.persist(new AnswerRow(key, request, now));
      return new Found(State.BEGUN, null);
    }
    if (row.givenUp(alive)) {
      row.begin(request, now);
      return new Found(State.BEGUN, null);
    }
    if (!row.isOf(request)) {
      return new Found(State.OTHER_REQUEST, null);
    }
    var answer = row.answer();
    return answer == null ? new Found(State.IN_FLIGHT, null) : new Found(State.ANSWERED, answer);
  }

  @Override
  public void finish(Key key, Answer answer) {
    var row = entities.find(AnswerRow.class, new AnswerRow.Id3(key));
    if (row != null) {
      row.finish(answer);
    }
  }

  @Override
  public void abandon(Key key) {
    var row = entities.find(AnswerRow.class, new AnswerRow.Id3(key));
    if (row != null) {
      entities.remove(row);
    }
  }
}
