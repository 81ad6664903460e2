package io.visavis.persistence.ticket;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.token.TicketStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/**
 * Tickets in the database. Texts that no column can hold throw {@link Text.UnstorableText} when
 * issued and are unknown when spent.
 */
@ApplicationScoped
@Transactional
class JpaTicketStore implements TicketStore {
  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  /** For the container. */
  protected JpaTicketStore() {}

  JpaTicketStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void issue(Ticket ticket) {
    var row = new TicketRow(ticket);
    entities.persist(row);
    entities.flush();
    entities.detach(row);
  }

  @Override
  public Optional<Ticket> spend(String hash, Instant now) {
    return unspent(hash).filter(ticket -> deleted(ticket, now));
  }

  private Optional<Ticket> unspent(String hash) {
    if (!Text.allStorable(hash)) {
      return Optional.empty();
    }
    var rows =
        entities
            .createQuery("from Ticket t where t.hash = :hash", TicketRow.class)
            .setParameter("hash", hash)
            .getResultList();
    rows.forEach(entities::detach);
    return rows.stream().findFirst().map(TicketRow::toTicket);
  }

  /** Whether this caller's delete is the one that found the row. */
  private boolean deleted(Ticket ticket, Instant now) {
    return entities
            .createQuery("delete from Ticket t where t.hash = :hash and t.expiresAt > :now")
            .setParameter("hash", ticket.hash())
            .setParameter("now", Instants.micros(now))
            .executeUpdate()
        == 1;
  }

  @Override
  public int purge(Instant now) {
    return entities
        .createQuery("delete from Ticket t where t.expiresAt < :now")
        .setParameter("now", Instants.micros(now))
        .executeUpdate();
  }
}
