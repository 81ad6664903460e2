package io.visavis.persistence.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.policy.AccountPolicy;
import io.visavis.signaling.policy.Choices;
import io.visavis.signaling.policy.Logo;
import io.visavis.signaling.policy.PolicyChange;
import io.visavis.signaling.policy.PolicyStore;
import io.visavis.signaling.policy.PolicyStore.Kept;
import io.visavis.signaling.policy.RequestsFrom;
import io.visavis.signaling.policy.Ruling;
import io.visavis.signaling.policy.Ruling.Stands;
import io.visavis.signaling.policy.Ruling.TooOften;
import io.visavis.signaling.protocol.Language;
import io.visavis.signaling.protocol.SurfaceLimit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class PolicyStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123456Z");
  private static final int MOST = 3;
  private static final Ruling CHANGED = new Ruling.ChangedSince();
  private static final Choices EVERYTHING =
      new Choices(
          RequestsFrom.LISTED_AGENTS,
          List.of("camille", "noor é", "x".repeat(128)),
          true,
          true,
          SurfaceLimit.TAB,
          true,
          Map.of(Language.FR, "« Jamais de mot de passe » 🙂".repeat(10), Language.EN, "Hello."),
          "a".repeat(64),
          List.of(Language.EN),
          Map.of(Language.EN, "https://lumen.example/" + "p".repeat(1970)),
          3650);

  @Parameter Engine engine;
  private Database database;
  private PolicyStore store;
  private final String account = UUID.randomUUID().toString();
  private final String other = UUID.randomUUID().toString();

  @BeforeEach
  void twoAccounts() throws Exception {
    database = engine.database();
    store = database.store(PolicyStore.class, JpaPolicyStore::new);
    for (var id : new String[] {account, other}) {
      database.sql(
          "insert into account (id, site_key, name, search_text, site_origins, backoffice_origins,"
              + " eligible, ever_eligible) values ('%1$s', '%1$s', '', '', '', '', true, true)"
                  .formatted(id));
    }
  }

  private static Logo logo(String of) {
    return new Logo(
        of.repeat(64).substring(0, 64), "image/png", of.getBytes(StandardCharsets.UTF_8));
  }

  private Ruling decide(String of, int seen, Choices choices, String by, Instant at) {
    return store.decide(of, new PolicyChange(seen, choices, by, at), MOST);
  }

  private static Choices named(String logo) {
    return choices(logo, null);
  }

  private static Choices kept(int days) {
    return choices(null, days);
  }

  private static Choices choices(String logo, Integer days) {
    return new Choices(
        RequestsFrom.EVERY_AGENT,
        List.of(),
        false,
        false,
        SurfaceLimit.ANY,
        false,
        Map.of(),
        logo,
        List.of(Language.FR, Language.EN),
        Map.of(),
        days);
  }

  @Test
  void anAccountThatDecidedNothingHasTheDefaultPolicy() {
    assertThat(store.now(account)).isEqualTo(AccountPolicy.DEFAULT);
    assertThat(store.now("unknown")).isEqualTo(AccountPolicy.DEFAULT);
    assertThat(store.now("nul\0")).isEqualTo(AccountPolicy.DEFAULT);
  }

  @Test
  void everyChoiceComesBackAsItWentIn() {
    var decided = new AccountPolicy(1, NOW, "alix", EVERYTHING);
    assertThat(decide(account, 0, EVERYTHING, "alix", NOW)).isEqualTo(new Stands(decided, true));
    assertThat(store.now(account)).isEqualTo(decided);
    assertThat(store.now(other)).isEqualTo(AccountPolicy.DEFAULT);
  }

  @Test
  void fiveHundredAgentsWithTheLongestIdsAreKept() {
    var agents = IntStream.range(100, 600).mapToObj(i -> "🙂".repeat(125) + i).toList();
    var choices =
        new Choices(
            RequestsFrom.LISTED_AGENTS,
            agents,
            false,
            false,
            SurfaceLimit.ANY,
            false,
            Map.of(),
            null,
            List.of(Language.FR),
            Map.of(),
            null);
    decide(account, 0, choices, "alix", NOW);
    assertThat(store.now(account).choices().agents()).isEqualTo(agents);
  }

  @Test
  void aDecisionOnAnOlderVersionIsRefused() {
    decide(account, 0, EVERYTHING, "alix", NOW);
    assertThat(decide(account, 0, Choices.DEFAULT, "noor", NOW)).isEqualTo(CHANGED);
    assertThat(decide(account, 2, Choices.DEFAULT, "noor", NOW)).isEqualTo(CHANGED);
    assertThat(decide("unknown", 0, EVERYTHING, "noor", NOW)).isEqualTo(CHANGED);
    assertThat(decide(account, 1, Choices.DEFAULT, "noor", NOW.plusSeconds(1)))
        .isEqualTo(
            new Stands(new AccountPolicy(2, NOW.plusSeconds(1), "noor", Choices.DEFAULT), true));
  }

  @Test
  void ofDecisionsAtTheSameMomentOneHolds() throws Exception {
    var days = new AtomicInteger();
    var rulings = Race.of(8, () -> decide(account, 0, kept(days.incrementAndGet()), "alix", NOW));
    assertThat(rulings).filteredOn(Stands.class::isInstance).hasSize(1);
    assertThat(rulings).filteredOn(CHANGED::equals).hasSize(7);
    assertThat(store.now(account).version()).isOne();
  }

  @Test
  void whatStandsAlreadyAddsNoVersionWhoeverSaysItAgain() throws Exception {
    assertThat(decide(account, 0, Choices.DEFAULT, "alix", NOW))
        .isEqualTo(new Stands(AccountPolicy.DEFAULT, false));
    decide(account, 0, EVERYTHING, "alix", NOW);
    var standing = new Stands(new AccountPolicy(1, NOW, "alix", EVERYTHING), false);
    for (int seen = 0; seen < 3; seen++) {
      assertThat(decide(account, seen, EVERYTHING, "noor", NOW.plusSeconds(9))).isEqualTo(standing);
    }
    assertThat(
            database.count(
                "select count(*) from account_policy where account_id = '" + account + "'"))
        .isOne();
  }

  @Test
  void withinAnyHourNoMoreVersionsAreAddedThanAllowed() {
    for (int version = 0; version < MOST; version++) {
      var at = NOW.plusSeconds(600L * version);
      assertThat(decide(account, version, kept(1 + version), "alix", at))
          .isInstanceOf(Stands.class);
    }
    var full = new TooOften(NOW.plusSeconds(3600));
    assertThat(decide(account, MOST, kept(99), "alix", NOW.plusSeconds(3599))).isEqualTo(full);
    assertThat(decide(account, MOST, kept(MOST), "alix", NOW.plusSeconds(3599)))
        .as("what stands already")
        .isInstanceOf(Stands.class);
    assertThat(decide(other, 0, kept(1), "alix", NOW)).isInstanceOf(Stands.class);
    assertThat(decide(account, MOST, kept(99), "alix", NOW.plusSeconds(3600)))
        .isInstanceOf(Stands.class);
    assertThat(decide(account, MOST + 1, kept(98), "alix", NOW.plusSeconds(3600)))
        .isEqualTo(new TooOften(NOW.plusSeconds(4200)));
  }

  @Test
  void whatStoodAnHourBeforeComesBackHoweverOftenWasDecidedSince() {
    decide(account, 0, kept(30), "alix", NOW);
    var later = NOW.plusSeconds(7200);
    for (int version = 1; version <= MOST; version++) {
      decide(account, version, kept(100 + version), "mallory", later);
    }
    var next = MOST + 1;
    assertThat(decide(account, next, kept(99), "alix", later)).isInstanceOf(TooOften.class);
    assertThat(decide(account, next, kept(101), "alix", later)).isInstanceOf(TooOften.class);
    assertThat(decide(account, next, Choices.DEFAULT, "alix", later)).isInstanceOf(TooOften.class);
    assertThat(decide(account, next, kept(30), "alix", later))
        .isEqualTo(new Stands(new AccountPolicy(next + 1, later, "alix", kept(30)), true));
  }

  @Test
  void anAccountThatDecidedNothingAnHourBeforeGoesBackToTheDefault() {
    for (int version = 0; version < MOST; version++) {
      decide(account, version, kept(100 + version), "mallory", NOW);
    }
    assertThat(decide(account, MOST, Choices.DEFAULT, "alix", NOW)).isInstanceOf(Stands.class);
  }

  @Test
  void everyVersionIsFoundByItsNumber() {
    decide(account, 0, kept(1), "alix", NOW);
    decide(account, 1, kept(2), "alix", NOW);
    assertThat(store.version(account, 0)).contains(AccountPolicy.DEFAULT);
    assertThat(store.version(account, 1).orElseThrow().choices()).isEqualTo(kept(1));
    assertThat(store.version(account, 2)).contains(store.now(account));
    assertThat(store.version(account, 3)).isEmpty();
    assertThat(store.version(other, 1)).isEmpty();
    assertThat(store.version("nul\0", 1)).isEmpty();
  }

  @Test
  void aVersionIsNeverChangedOrRemoved() {
    decide(account, 0, EVERYTHING, "alix", NOW);
    var mine = " where account_id = '" + account + "'";
    assertThatThrownBy(() -> database.sql("update account_policy set surface = 'any'" + mine))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> database.sql("delete from account_policy" + mine))
        .hasMessageContaining("append-only");
  }

  @Test
  void aLogoIsKeptForItsAccountAndServedToEverybody() {
    var mine = logo(UUID.randomUUID().toString());
    assertThat(store.keepLogo(account, mine, NOW)).isEqualTo(Kept.DONE);
    assertThat(store.keepLogo(account, mine, NOW)).isEqualTo(Kept.DONE);
    assertThat(store.hasLogo(account, mine.hash())).isTrue();
    assertThat(store.hasLogo(other, mine.hash())).isFalse();
    assertThat(store.keepLogo(other, mine, NOW)).isEqualTo(Kept.DONE);
    assertThat(store.logo(mine.hash())).contains(mine);
    assertThat(store.logo("0".repeat(64))).isEqualTo(Optional.empty());
    assertThat(store.logo("nul\0")).isEmpty();
  }

  @Test
  void logosThatNoVersionNamesMakeRoomAfterADay() {
    var named = logo(UUID.randomUUID().toString());
    var unnamed = logo(UUID.randomUUID().toString());
    store.keepLogo(account, named, NOW);
    store.keepLogo(account, unnamed, NOW);
    decide(account, 0, named(named.hash()), "alix", NOW);
    decide(account, 1, named(null), "alix", NOW);

    store.keepLogo(account, logo("1" + UUID.randomUUID()), NOW.plus(Duration.ofHours(23)));
    assertThat(store.hasLogo(account, unnamed.hash())).isTrue();
    store.keepLogo(account, logo("2" + UUID.randomUUID()), NOW.plus(Duration.ofHours(25)));
    assertThat(store.hasLogo(account, unnamed.hash())).isFalse();
    assertThat(store.hasLogo(account, named.hash())).isTrue();
  }

  @Test
  void anAccountKeepsAHundredLogosAtMost() {
    IntStream.range(0, JpaPolicyStore.MOST_LOGOS)
        .forEach(i -> assertThat(keep(100 + i)).isEqualTo(Kept.DONE));
    assertThat(keep(999)).isEqualTo(Kept.TOO_MANY);
    assertThat(keep(100)).isEqualTo(Kept.DONE);
  }

  private Kept keep(int number) {
    return store.keepLogo(account, logo("%s-%d-".formatted(account, number)), NOW);
  }
}
