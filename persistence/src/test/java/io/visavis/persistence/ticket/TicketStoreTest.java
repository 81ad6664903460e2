package io.visavis.persistence.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.token.TicketStore;
import io.visavis.signaling.token.TicketStore.Ticket;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class TicketStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  @Parameter Engine engine;
  private Database database;
  private TicketStore store;
  private final String account = UUID.randomUUID().toString();

  @BeforeEach
  void anAccount() throws Exception {
    database = engine.database();
    store = database.store(TicketStore.class, JpaTicketStore::new);
    database.sql(
        "insert into account (id, site_key, name, search_text, site_origins, backoffice_origins,"
            + " eligible, ever_eligible) values ('%1$s', '%1$s', '', '', '', '', true, true)"
                .formatted(account));
  }

  private Ticket issued(Instant expiresAt) {
    var ticket = new Ticket(UUID.randomUUID().toString(), account, "visitor", "session", expiresAt);
    store.issue(ticket);
    return ticket;
  }

  @Test
  void aTicketIsSpentOnce() {
    var ticket = issued(NOW.plusSeconds(60));
    assertThat(store.spend(ticket.hash(), NOW)).contains(ticket);
    assertThat(store.spend(ticket.hash(), NOW)).isEmpty();
  }

  @Test
  void exactlyOneOfEightCallersSpendsATicketInEachOfFiftyRounds() throws Exception {
    for (int round = 0; round < 50; round++) {
      var ticket = issued(NOW.plusSeconds(60));
      var spent = Race.of(8, () -> store.spend(ticket.hash(), NOW));
      assertThat(spent).filteredOn(Optional::isPresent).containsExactly(Optional.of(ticket));
    }
  }

  @Test
  void aTicketIsWorthNothingFromItsExpiryOn() {
    var ticket = issued(NOW);
    assertThat(store.spend(ticket.hash(), NOW)).isEmpty();
    assertThat(store.spend(ticket.hash(), NOW.minusMillis(1))).isPresent();
  }

  @Test
  void anUnknownTicketAndATextNoColumnHoldsAreNothing() {
    assertThat(store.spend("unknown", NOW)).isEmpty();
    assertThat(store.spend("\0", NOW)).isEmpty();
    assertThat(store.spend("\uDE00", NOW)).isEmpty();
  }

  @Test
  void aTicketWhoseTextNoColumnHoldsIsRefused() {
    var ticket = new Ticket("hash", account, "visitor\0", "session", NOW);
    assertThatThrownBy(() -> store.issue(ticket)).hasMessageContaining("visitor");
  }

  @Test
  void purgingTakesWhatExpiredAndLeavesTheRest() throws Exception {
    var longAgo = Instant.parse("2001-01-01T00:00:00Z");
    issued(longAgo);
    issued(longAgo.plusSeconds(1));
    var kept = issued(NOW.plusSeconds(60));
    assertThat(store.purge(longAgo.plusSeconds(1))).isEqualTo(1);
    assertThat(store.purge(longAgo.plusSeconds(2))).isEqualTo(1);
    assertThat(store.spend(kept.hash(), NOW)).contains(kept);
  }
}
