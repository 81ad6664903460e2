package io.visavis.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.Trigger;
import io.visavis.signaling.session.UsageStore;
import io.visavis.signaling.session.UsageStore.AccountDay;
import io.visavis.signaling.session.UsageStore.Ending;
import io.visavis.signaling.session.UsageStore.FirstFrame;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class UsageStoreTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");

  @Parameter Engine engine;
  private Shares shares;
  private UsageStore usage;

  @BeforeEach
  void anAccount() throws Exception {
    shares = new Shares(engine.database());
    usage = engine.database().store(UsageStore.class, JpaUsageStore::new);
  }

  private UsageStore.Usage of(LocalDate first, LocalDate last) {
    return usage.read(first, last, Optional.of(shares.account));
  }

  @Test
  void anAccountWithoutRequestsHasNoUsage() {
    var none = of(DAY, DAY);
    assertThat(none.days()).isEmpty();
    assertThat(none.endings()).isEmpty();
    assertThat(none.firstFrame()).isEmpty();
  }

  @Test
  void whatRequestsCameToIsCounted() {
    shares.created("waits");
    shares.won(shares.created("declines"), Occurrence.of(Trigger.VISITOR_DECLINES));
    shares.won(shares.created("declines-too"), Occurrence.of(Trigger.VISITOR_DECLINES));
    shares.won(shares.live("stops"), Occurrence.of(Trigger.VISITOR_STOPS));
    var told = of(DAY, DAY);
    assertThat(told.days()).containsExactly(new AccountDay(DAY, shares.account, 4, 1, 1, 0));
    assertThat(told.endings())
        .containsExactly(
            new Ending(DAY, shares.account, EndReason.DECLINED, 2),
            new Ending(DAY, shares.account, EndReason.VISITOR_STOPPED, 1));
  }

  @Test
  void aDayBeginsAndEndsInUtc() {
    shares.created("late", Instant.parse("2026-11-19T23:59:59.999999Z"));
    shares.created("first", Instant.parse("2026-11-20T00:00:00Z"));
    shares.created("last", Instant.parse("2026-11-20T23:59:59.999999Z"));
    shares.created("early", Instant.parse("2026-11-21T00:00:00Z"));
    assertThat(of(DAY, DAY).days())
        .containsExactly(new AccountDay(DAY, shares.account, 2, 0, 0, 0));
    assertThat(of(DAY.minusDays(1), DAY.plusDays(1)).days())
        .extracting(AccountDay::requested)
        .containsExactly(1L, 2L, 1L);
  }

  @Test
  void timesAreTakenFromTheSessions() throws Exception {
    var session = shares.won(shares.live("visitor"), Occurrence.of(Trigger.VISITOR_STOPS));
    engine
        .database()
        .sql(
            "update share_session set live_at = timestamp with time zone '2026-11-20 09:00:00Z',"
                + " media_at = timestamp with time zone '2026-11-20 09:00:00.25Z',"
                + " ended_at = timestamp with time zone '2026-11-20 10:01:02Z' where id = '"
                + session.id()
                + "'");
    var told = of(DAY, DAY);
    assertThat(told.days().get(0).sharedSeconds()).isEqualTo(3_662);
    assertThat(told.firstFrame()).contains(new FirstFrame(250, 250));
  }

  @Test
  void anotherAccountsRequestsAreNotIncluded() throws Exception {
    shares.created("visitor");
    var other = new Shares(engine.database());
    other.created("visitor");
    assertThat(of(DAY, DAY).days()).hasSize(1);
    assertThat(usage.read(DAY, DAY, Optional.empty()).days())
        .extracting(AccountDay::accountId)
        .contains(shares.account, other.account);
    assertThat(usage.read(DAY, DAY, Optional.of("' or '1'='1")).days()).isEmpty();
  }
}
