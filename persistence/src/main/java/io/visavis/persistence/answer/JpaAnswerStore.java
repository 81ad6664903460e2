package io.visavis.persistence.answer;

import io.visavis.persistence.account.AccountLock;
import io.visavis.persistence.schema.Instants;
import io.visavis.signaling.answer.AnswerStore;
import io.visavis.signaling.token.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Answers in the database. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class JpaAnswerStore implements AnswerStore {
  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  @Inject private SecretBox box;

  /** For the container. */
  protected JpaAnswerStore() {}

  JpaAnswerStore(EntityManager entities, SecretBox box) {
    this.entities = entities;
    this.box = box;
  }

  @Override
  public Found begin(Key key, String request, Instant now, Instant keptSince, Instant alive) {
    AccountLock.take(entities, key.accountId());
    var row = entities.find(AnswerRow.class, new AnswerRow.Id3(key));
    if (row == null) {
      entities.persist(new AnswerRow(key, request, now));
      return new Found(State.BEGUN, null);
    }
    if (row.givenUp(alive) || row.begunBefore(keptSince)) {
      row.begin(request, now);
      return new Found(State.BEGUN, null);
    }
    if (!row.isOf(request)) {
      return new Found(State.OTHER_REQUEST, null);
    }
    return row.answer(box)
        .map(answer -> new Found(State.ANSWERED, answer))
        .orElse(new Found(State.IN_FLIGHT, null));
  }

  @Override
  public void finish(Key key, Instant begun, Answer answer) {
    taken(key, begun).ifPresent(row -> row.finish(answer, box));
  }

  @Override
  public void abandon(Key key, Instant begun) {
    taken(key, begun).ifPresent(entities::remove);
  }

  @Override
  public int purge(Instant before) {
    return entities
        .createQuery("delete from IdempotentAnswer a where a.createdAt < :before")
        .setParameter("before", Instants.micros(before))
        .executeUpdate();
  }

  private Optional<AnswerRow> taken(Key key, Instant begun) {
    AccountLock.take(entities, key.accountId());
    return Optional.ofNullable(entities.find(AnswerRow.class, new AnswerRow.Id3(key)))
        .filter(row -> row.begunAt(begun));
  }
}
