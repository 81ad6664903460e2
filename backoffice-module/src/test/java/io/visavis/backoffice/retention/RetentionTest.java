package io.visavis.backoffice.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.backoffice.configuration.RetentionSettings;
import io.visavis.signaling.policy.RetentionStore;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.Test;

/** One round over accounts whose sessions are counted only. */
class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final int BATCH = 10;

  private final Map<String, Integer> old = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Set<String> faulty = new HashSet<>();
  private boolean away;
  private final Map<String, Long> counted = new HashMap<>();
  private final Retention retention =
      new Retention(
          new Store(),
          new RetentionSettings(365, Duration.ofMinutes(10), BATCH),
          Clock.fixed(NOW, ZoneOffset.UTC),
          registry());

  @Test
  void eachAccountsOwnTermHoldsAndTheServicesWhereItChoseNone() {
    old.put("brume", 0);
    old.put("lumen", 0);
    retention.round();
    assertThat(asked)
        .containsExactly(
            "brume " + NOW.minus(Duration.ofDays(365)), "lumen " + NOW.minus(Duration.ofDays(30)));
  }

  @Test
  void aRoundGoesOnUntilNothingIsLeftAndCountsIt() {
    old.put("lumen", 3 * BATCH + 1);
    retention.round();
    assertThat(old).containsEntry("lumen", 0);
    assertThat(counted).containsEntry("session", 31L).containsEntry("event", 0L);
  }

  @Test
  void aRoundIsBoundedAndTheNextOneGoesOn() {
    old.put("lumen", Retention.BATCHES * BATCH + 5);
    retention.round();
    assertThat(old).containsEntry("lumen", 5);
    retention.round();
    assertThat(old).containsEntry("lumen", 0);
  }

  @Test
  void theFailureOfOneAccountStopsNoOtherAndNoOtherKind() {
    old.put("brume", 5);
    old.put("lumen", 7);
    faulty.add("brume");
    retention.round();
    assertThat(old).containsEntry("brume", 5).containsEntry("lumen", 0);
    assertThat(counted).containsEntry("session", 7L).containsEntry("help-call", 2L);
  }

  @Test
  void whatWasRemovedBeforeAFailureIsCounted() {
    old.put("lumen", 2 * BATCH + 3);
    faulty.add("lumen after one batch");
    retention.round();
    assertThat(counted).containsEntry("session", (long) BATCH);
  }

  @Test
  void aRoundEndsWhereAccountAfterAccountFails() {
    for (var account : List.of("a", "b", "c", "d", "e")) {
      old.put(account, 1);
    }
    away = true;
    retention.round();
    assertThat(asked).hasSize(Retention.FAULTS);
    away = false;
    retention.round();
    assertThat(old.values()).containsOnly(0);
  }

  @Test
  void aRoundEndsWhenTheApplicationStops() {
    old.put("brume", 1);
    old.put("lumen", 1);
    Thread.currentThread().interrupt();
    try {
      retention.round();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(asked).hasSize(1);
  }

  /** Lumen chose 30 days, Brume nothing. */
  private final class Store implements RetentionStore {
    @Override
    public List<Term> terms() {
      return old.keySet().stream()
          .sorted()
          .map(account -> new Term(account, account.equals("lumen") ? 30 : null))
          .toList();
    }

    @Override
    public int forgetSessions(String accountId, Instant then, int limit) {
      asked.add(accountId + " " + then);
      present();
      var repeated = asked.size() > 1 && faulty.contains(accountId + " after one batch");
      if (repeated || faulty.contains(accountId)) {
        throw new IllegalStateException("the fault of this test");
      }
      var now = Math.min(limit, old.get(accountId));
      old.merge(accountId, -now, Integer::sum);
      return now;
    }

    @Override
    public int forgetHelpCalls(String accountId, Instant then, int limit) {
      present();
      return 1;
    }

    @Override
    public int forgetMessages(String accountId, Instant then, int limit) {
      present();
      return 0;
    }

    @Override
    public int forgetConversations(String accountId, Instant then, int limit) {
      present();
      return 0;
    }

    private void present() {
      if (away) {
        throw new IllegalStateException("the database is away in this test");
      }
    }
  }

  private MetricRegistry registry() {
    return fake(
        MetricRegistry.class,
        (method, arguments) -> {
          var kind = ((Tag[]) arguments[1])[0].getTagValue();
          return fake(
              Counter.class,
              (inc, by) -> counted.merge(kind, ((Number) by[0]).longValue(), Long::sum));
        });
  }

  @FunctionalInterface
  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            RetentionTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              var given = answer.to(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : given;
            }));
  }
}
