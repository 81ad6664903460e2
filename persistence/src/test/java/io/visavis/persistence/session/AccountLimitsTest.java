package io.visavis.persistence.session;

import static io.visavis.persistence.session.Shares.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.account.AccountStores;
import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AccountStore.EligibilityEvent;
import io.visavis.signaling.account.AccountStore.LimitsChange;
import io.visavis.signaling.account.AccountStore.SessionCounts;
import io.visavis.signaling.account.Limits;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionStore.Created;
import io.visavis.signaling.session.Trigger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What the operator allows an account at most; two runners are two nodes on one database. */
@OnEveryEngine
class AccountLimitsTest {
  private static final int RUNNERS = 8;
  private static final int ROUNDS = 20;
  private static final Occurrence WITHDRAWN = Occurrence.of(Trigger.AGENT_STOPS);

  @Parameter Engine engine;
  private Database database;
  private Shares shares;
  private AccountStore accounts;

  @BeforeEach
  void anAccount() throws Exception {
    database = engine.database();
    shares = new Shares(database);
    accounts = database.store(AccountStore.class, AccountStores::on);
  }

  private void limit(Integer open, Integer hourly) {
    var seen = accounts.limits(shares.account);
    assertThat(set(seen, new Limits(open, hourly))).isTrue();
  }

  private boolean set(Limits seen, Limits wanted) {
    var change = new LimitsChange(seen, wanted, "operator", NOW);
    return accounts.setLimits(shares.account, change).isPresent();
  }

  private Created asked(String visitor, long seconds) {
    return shares.store.create(shares.request(visitor, NOW.plusSeconds(seconds)));
  }

  @Test
  void ofManyRequestsAtOnceNoMoreAreOpenThanAllowed() throws Exception {
    limit(3, null);
    for (int round = 0; round < ROUNDS; round++) {
      var made =
          Race.of(RUNNERS, () -> shares.store.create(shares.request("v-" + UUID.randomUUID())));
      assertThat(made).filteredOn(Created.DONE::equals).hasSize(3);
      assertThat(made).containsOnly(Created.DONE, Created.TOO_MANY_OPEN);
      shares.store.open(1000).stream()
          .filter(session -> session.accountId().equals(shares.account))
          .forEach(session -> shares.won(session, WITHDRAWN));
    }
  }

  @Test
  void ofManyRequestsAtOnceNoMoreAreSentInAnHourThanAllowed() throws Exception {
    limit(null, 5);
    var made =
        Race.of(RUNNERS, () -> shares.store.create(shares.request("v-" + UUID.randomUUID())));
    assertThat(made).filteredOn(Created.DONE::equals).hasSize(5);
    assertThat(made).containsOnly(Created.DONE, Created.TOO_MANY_REQUESTS);
  }

  @Test
  void aSessionThatEndedMakesRoomForAnother() {
    limit(1, null);
    var first = shares.created("visitor-1");
    assertThat(asked("visitor-2", 1)).isEqualTo(Created.TOO_MANY_OPEN);
    shares.won(first, WITHDRAWN);
    assertThat(asked("visitor-2", 1)).isEqualTo(Created.DONE);
  }

  @Test
  void anHourLaterThereIsRoomAgainWhateverBecameOfTheRequests() {
    limit(null, 2);
    shares.won(shares.created("visitor-1"), WITHDRAWN);
    assertThat(asked("visitor-2", 1800)).isEqualTo(Created.DONE);
    assertThat(asked("visitor-3", 3599)).isEqualTo(Created.TOO_MANY_REQUESTS);
    assertThat(asked("visitor-3", 3600)).isEqualTo(Created.DONE);
    assertThat(asked("visitor-4", 3600)).isEqualTo(Created.TOO_MANY_REQUESTS);
  }

  @Test
  void withoutLimitsOrWithinThemOthersAreNotCounted() throws Exception {
    var other = new Shares(database);
    limit(2, 2);
    IntStream.range(0, 5).forEach(n -> other.created("visitor-" + n));
    assertThat(asked("visitor-1", 0)).isEqualTo(Created.DONE);
    assertThat(accounts.limits(other.account)).isEqualTo(Limits.NONE);
  }

  @Test
  void aLowerLimitEndsNothingThatIsOpen() {
    var first = shares.created("visitor-1");
    shares.created("visitor-2");
    limit(1, null);
    assertThat(shares.store.find(shares.account, first.id()).orElseThrow().state().open()).isTrue();
    assertThat(asked("visitor-1", 0)).isEqualTo(Created.VISITOR_BUSY);
    assertThat(asked("visitor-3", 0)).isEqualTo(Created.TOO_MANY_OPEN);
  }

  @Test
  void whoSetThemStaysInTheHistoryAndTheUseIsCounted() {
    limit(3, null);
    limit(null, 7);
    assertThat(accounts.limits(shares.account)).isEqualTo(new Limits(null, 7));
    assertThat(accounts.history(shares.account, 10))
        .containsExactly(
            new EligibilityEvent(NOW, "operator", "limited", null, null, new Limits(null, 7)),
            new EligibilityEvent(NOW, "operator", "limited", null, null, new Limits(3, null)));
    shares.won(shares.created("visitor-1", NOW.minusSeconds(3600)), WITHDRAWN);
    shares.created("visitor-2");
    var none = UUID.randomUUID().toString();
    assertThat(accounts.counts(List.of(shares.account, none), NOW.minusSeconds(3600)))
        .isEqualTo(Map.of(shares.account, new SessionCounts(1, 2, 1), none, SessionCounts.NONE));
    var change = new LimitsChange(Limits.NONE, Limits.NONE, "operator", NOW);
    assertThat(accounts.setLimits("unknown", change)).isEmpty();
    assertThat(accounts.limits("nul\0")).isEqualTo(Limits.NONE);
  }

  @Test
  void whoSawOtherLimitsThanStandChangesNothing() {
    limit(3, null);
    assertThat(set(Limits.NONE, new Limits(null, 7))).isFalse();
    assertThat(accounts.limits(shares.account)).isEqualTo(new Limits(3, null));
    assertThat(accounts.history(shares.account, 10)).hasSize(1);
    assertThat(set(new Limits(3, null), new Limits(3, 7))).isTrue();
  }

  @Test
  void limitsThatStandAreNotNotedAgainWhateverWasSeen() {
    limit(3, null);
    assertThat(set(Limits.NONE, new Limits(3, null))).isTrue();
    assertThat(set(new Limits(3, null), new Limits(3, null))).isTrue();
    assertThat(accounts.history(shares.account, 10)).hasSize(1);
  }

  @Test
  void ofOperatorsWhoSawTheSameOneAloneChangesTheLimits() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var seen = accounts.limits(shares.account);
      var next = new AtomicInteger(round * RUNNERS);
      var done = Race.of(RUNNERS, () -> set(seen, new Limits(next.incrementAndGet(), null)));
      assertThat(done).filteredOn(Boolean::booleanValue).hasSize(1);
    }
  }
}
