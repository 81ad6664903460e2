package io.visavis.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.session.AcceptLinkStore;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionStore;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class AcceptLinkTest {
  @Parameter Engine engine;
  private Shares shares;
  private AcceptLinkStore links;

  @BeforeEach
  void anAccount() throws Exception {
    Database database = engine.database();
    shares = new Shares(database);
    links = database.store(AcceptLinkStore.class, JpaAcceptLinkStore::new);
  }

  @Test
  void exactlyOneOfEightAttemptsGetsALinkInEachOfTwentyRounds() throws Exception {
    for (int round = 0; round < 20; round++) {
      var session = shares.created("visitor-" + round);
      var number = new AtomicInteger();
      var won = Race.of(8, () -> links.claim(session.id(), "attempt-" + number.incrementAndGet()));
      assertThat(won).filteredOn(claimed -> claimed).hasSize(1);
    }
  }

  @Test
  void oneAttemptThatIsSentEightTimesAtOnceKeepsItsLink() throws Exception {
    var session = shares.created("visitor");

    assertThat(Race.of(8, () -> links.claim(session.id(), "attempt"))).containsOnly(true);
    assertThat(links.claim(session.id(), "another")).isFalse();
  }

  @Test
  void anAnsweredOrUnknownRequestHasNoLinkToClaim() {
    var declined = shares.won(shares.created("visitor"), Occurrence.of(Trigger.VISITOR_DECLINES));

    assertThat(links.claim(declined.id(), "attempt")).isFalse();
    assertThat(links.claim(UUID.randomUUID().toString(), "attempt")).isFalse();
    assertThat(links.claim("\0", "attempt")).isFalse();
  }

  @Test
  void aClaimKeepsItsAttemptAfterTheYesAndChangesNothingOfTheSession() {
    var session = shares.created("visitor");
    links.claim(session.id(), "attempt");

    assertThat(links.ofLink(session.id())).contains(session);
    var accepted = shares.won(session, Occurrence.accepted("link.1", "fr"));
    assertThat(links.claim(session.id(), "attempt")).isTrue();
    assertThat(links.ofLink(session.id())).contains(accepted);
  }

  @Test
  void howARequestIsDeliveredIsKept() {
    var request = new ShareSession.Request("visitor", null, "noor", "Noor", true, false);
    var session =
        ShareSession.requested(
            UUID.randomUUID().toString(),
            shares.account,
            request,
            Shares.NOW,
            Shares.NOW.plusSeconds(900));

    assertThat(shares.store.create(session)).isEqualTo(SessionStore.Created.DONE);
    assertThat(shares.store.find(shares.account, session.id()))
        .hasValueSatisfying(stored -> assertThat(stored.byLink()).isTrue());
    assertThat(links.ofLink("unknown")).isEmpty();
  }
}
