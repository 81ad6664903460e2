package io.visavis.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.account.AgentKeyStore.KeyFacts;
import io.visavis.signaling.account.AgentKeyStore.Registration;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.account.KeyAlgorithm;
import io.visavis.signaling.token.SecretBox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class AgentKeyStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123456Z");
  private static final byte[] SECRET =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final String FORMER = "the former service secret, long enough";
  private static final String NEXT = "the next service secret, long enough too";

  @Parameter Engine engine;
  private Database database;
  private AgentKeyStore keys;
  private final String id = UUID.randomUUID().toString();
  private final String other = UUID.randomUUID().toString();

  @BeforeEach
  void twoAccounts() {
    database = engine.database();
    keys = with(FORMER);
    for (var account : List.of(id, other)) {
      database
          .store(io.visavis.signaling.account.AccountStore.class, AccountStores::on)
          .put(
              new Account(
                  account, "pk_" + account, "A", List.of(), List.of(), Eligibility.NEVER, null),
              List.of());
    }
  }

  private AgentKeyStore with(String... secrets) {
    var box = new SecretBox(List.of(secrets));
    return database.store(AgentKeyStore.class, entities -> new JpaAgentKeyStore(entities, box));
  }

  private AgentKey key(String account, String kid) {
    return new AgentKey(kid, account, KeyAlgorithm.HS256, SECRET);
  }

  private void add(String kid) {
    assertThat(keys.add(key(id, kid), "Alix", NOW, 5)).isEqualTo(Registration.ADDED);
  }

  private byte[] material(AgentKeyStore store, String kid) {
    return store.find(id, kid).orElseThrow().key().material();
  }

  private long withSecretLike(String pattern) throws Exception {
    return database.count(
        "select count(*) from account_key where account_id = '%s' and secret like '%s'"
            .formatted(id, pattern));
  }

  @Test
  void aKeyComesBackAsItWasAddedAndItsSecretDoesNotStandInTheTable() throws Exception {
    add("one");

    var stored = keys.find(id, "one").orElseThrow();
    assertThat(stored.key().material()).isEqualTo(SECRET);
    assertThat(stored.facts())
        .isEqualTo(new KeyFacts("one", KeyAlgorithm.HS256, NOW, "Alix", null, null));
    assertThat(withSecretLike("v1.%")).isEqualTo(1);
    assertThat(withSecretLike("%" + Base64.getEncoder().encodeToString(SECRET) + "%")).isZero();
  }

  @Test
  void theSameIdInTwoAccountsIsTwoKeys() {
    add("one");

    assertThat(keys.find(other, "one")).isEmpty();
    assertThat(keys.revoke(other, "one", NOW, NOW)).isEmpty();
    assertThat(keys.add(key(other, "one"), "Noor", NOW, 5)).isEqualTo(Registration.ADDED);
    assertThat(keys.add(key(id, "one"), "Alix", NOW, 5)).isEqualTo(Registration.KID_TAKEN);
  }

  @Test
  void aSealedSecretOpensInItsOwnRowOnly() throws Exception {
    add("one");
    add("two");
    database.sql(
        ("update account_key set secret = (select k.secret from account_key k where k.account_id ="
                + " '%1$s' and k.kid = 'one') where account_id = '%1$s' and kid = 'two'")
            .formatted(id));

    assertThat(keys.find(id, "two").orElseThrow().key().readable()).isFalse();
  }

  @Test
  void aSealedSecretDoesNotOpenUnderTheSameIdOfAnotherAccount() throws Exception {
    add("one");
    keys.add(key(other, "one"), "Noor", NOW, 5);
    database.sql(
        "update account_key set secret = (select k.secret from account_key k where k.account_id ="
            + " '%s' and k.kid = 'one') where account_id = '%s' and kid = 'one'"
                .formatted(id, other));

    assertThat(keys.find(other, "one").orElseThrow().key().readable()).isFalse();
  }

  @Test
  void secretsThatStandOpenAreTakenAndThenSealed() throws Exception {
    var open = Base64.getEncoder().encodeToString(SECRET);
    database.sql(
        "insert into account_key (kid, account_id, algorithm, secret) values ('old', '%s', 'HS256', '%s')"
            .formatted(id, open));
    assertThat(material(keys, "old")).isEqualTo(SECRET);

    assertThat(keys.reseal()).isPositive();

    assertThat(withSecretLike("v1.%")).isEqualTo(1);
    assertThat(material(keys, "old")).isEqualTo(SECRET);
  }

  @Test
  void aNewServiceSecretOpensWhatTheFormerOneSealedAndSealsItAnew() {
    add("one");
    var next = with(NEXT, FORMER);
    assertThat(material(next, "one")).isEqualTo(SECRET);
    next.reseal();

    assertThat(material(with(NEXT), "one")).isEqualTo(SECRET);
    assertThat(keys.find(id, "one").orElseThrow().key().readable()).isFalse();
  }

  @Test
  void aKeyEndsAtItsMomentAndStaysEnded() {
    add("one");
    var later = NOW.plusSeconds(3600);

    assertThat(keys.revoke(id, "one", later, NOW).orElseThrow().revokedAt()).isEqualTo(later);
    assertThat(keys.revoke(id, "one", NOW, NOW).orElseThrow().activeAt(NOW)).isFalse();
    assertThat(keys.revoke(id, "one", later, NOW.plusSeconds(1)).orElseThrow().revokedAt())
        .isEqualTo(NOW);
  }

  @Test
  void aSuccessorAndTheEndOfItsForerunnerComeTogetherOrNotAtAll() {
    add("one");
    var hour = NOW.plusSeconds(3600);

    assertThat(keys.roll("none", hour, key(id, "two"), "Alix", NOW, 5))
        .isEqualTo(Registration.UNKNOWN);
    assertThat(keys.roll("one", hour, key(id, "two"), "Alix", NOW, 1))
        .isEqualTo(Registration.TOO_MANY);
    assertThat(keys.find(id, "one").orElseThrow().facts().revokedAt()).isNull();
    assertThat(keys.roll("one", hour, key(id, "two"), "Alix", NOW, 2))
        .isEqualTo(Registration.ADDED);
    assertThat(keys.find(id, "one").orElseThrow().facts().revokedAt()).isEqualTo(hour);
    assertThat(keys.roll("one", hour, key(id, "three"), "Alix", hour, 5))
        .isEqualTo(Registration.ENDED);
  }

  @Test
  void rollingAKeyThatIsToEndDoesNotProlongIt() {
    add("one");
    keys.revoke(id, "one", NOW.plusSeconds(60), NOW);
    keys.roll("one", NOW.plusSeconds(3600), key(id, "two"), "Alix", NOW, 5);

    assertThat(keys.find(id, "one").orElseThrow().facts().revokedAt())
        .isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void theLastUseOnlyEverMovesForward() {
    add("one");
    keys.used(id, "one", NOW.plusSeconds(60));
    keys.used(id, "one", NOW);

    assertThat(keys.list(id))
        .singleElement()
        .extracting(KeyFacts::lastUsedAt)
        .isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void noMoreKeysAreActiveThanAllowedHoweverManyComeAtOnce() throws Exception {
    var got = Race.of(8, () -> keys.add(key(id, UUID.randomUUID().toString()), "Alix", NOW, 3));

    assertThat(got).filteredOn(Registration.ADDED::equals).hasSize(3);
    assertThat(got).filteredOn(Registration.TOO_MANY::equals).hasSize(5);
    keys.revoke(id, keys.list(id).get(0).kid(), NOW, NOW);
    add("after-a-revocation");
  }

  @Test
  void theAddressOfAJwkSetIsKeptReplacedAndForgotten() {
    assertThat(keys.jwksUrl(id)).isEmpty();
    keys.setJwksUrl(id, "https://a.example/jwks.json");
    keys.setJwksUrl(id, "https://b.example/jwks.json");
    assertThat(keys.jwksUrl(id)).contains("https://b.example/jwks.json");
    assertThat(keys.jwksUrl(other)).isEmpty();
    keys.setJwksUrl(id, null);
    assertThat(keys.jwksUrl(id)).isEmpty();
  }

  @Test
  void idsThatNoColumnHoldsAreUnknown() {
    for (var unknown : List.of("", "\0", "\uD83D", "' or 1=1 --")) {
      assertThat(keys.find(id, unknown)).isEmpty();
      assertThat(keys.find(unknown, "one")).isEmpty();
      assertThat(keys.list(unknown)).isEmpty();
      assertThat(keys.revoke(unknown, "one", NOW, NOW)).isEmpty();
      assertThat(keys.revoke(id, unknown, NOW, NOW)).isEmpty();
      assertThat(keys.jwksUrl(unknown)).isEmpty();
    }
  }
}
