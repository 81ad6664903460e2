package io.visavis.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.Account.AccessRequest;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AccountStore.EligibilityChange;
import io.visavis.signaling.account.AccountStore.EligibilityEvent;
import io.visavis.signaling.account.AccountStore.Refusal;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.account.AgentKeyStore.KeyFacts;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.account.KeyAlgorithm;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class AccountStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123456Z");
  private static final Instant END = NOW.plusSeconds(3600);

  @Parameter Engine engine;
  private Database database;
  private AccountStore store;
  private AgentKeyStore keys;
  private final String id = UUID.randomUUID().toString();

  @BeforeEach
  void database() {
    database = engine.database();
    store = database.store(AccountStore.class, AccountStores::on);
    keys =
        database.store(
            AgentKeyStore.class, entities -> new JpaAgentKeyStore(entities, AccountStores.BOX));
  }

  private void put(Account account, AgentKey... keys) {
    store.put(account, List.of(keys));
  }

  private Account account(String name) {
    return new Account(
        id,
        "pk_" + id,
        name,
        List.of("https://shop.example", "http://shop.localhost:8080"),
        List.of(),
        Eligibility.NEVER,
        null);
  }

  private AgentKey key(String kid) {
    return new AgentKey(kid, id, KeyAlgorithm.HS256, "0123456789abcdef0123456789abcdef".getBytes());
  }

  private Account stored() {
    return store.byId(id).orElseThrow();
  }

  private EligibilityChange change(boolean granted, Instant until) {
    return new EligibilityChange(granted, until, "operator", "why", NOW);
  }

  @Test
  void anAccountComesBackAsItWasPut() {
    put(account("Maison Lumen"));
    assertThat(stored()).isEqualTo(account("Maison Lumen"));
    assertThat(store.bySiteKey("pk_" + id)).contains(account("Maison Lumen"));
  }

  @Test
  void anUnknownIdASiteKeyAndATextNoColumnHoldsFindNothing() {
    for (var unknown : List.of("nobody", "", "\0", "\uD83D", "' or 1=1 --")) {
      assertThat(store.byId(unknown)).isEmpty();
      assertThat(store.bySiteKey(unknown)).isEmpty();
      assertThat(store.setEligibility(unknown, change(true, null))).isEmpty();
      assertThat(store.history(unknown, 5)).isEmpty();
      assertThat(store.counts(List.of(unknown), NOW).get(unknown).total()).isZero();
    }
  }

  @Test
  void puttingAgainReplacesNameAndGivenKeysAndKeepsEligibilityAndOtherKeys() {
    put(account("Before"), key("one"), key("two"));
    store.setEligibility(id, change(true, END));
    keys.revoke(id, "two", NOW, NOW);
    put(account("After"), key("two"), key("three"));
    assertThat(stored().name()).isEqualTo("After");
    assertThat(stored().eligibility()).isEqualTo(new Eligibility(true, END, true));
    assertThat(keys.list(id)).extracting(KeyFacts::kid).containsExactly("one", "three", "two");
    assertThat(keys.list(id)).allMatch(facts -> facts.activeAt(NOW));
  }

  @Test
  void aKeyThatNamesAnotherAccountIsNotPut() {
    var foreign = new AgentKey("one", "x" + id.substring(1), KeyAlgorithm.HS256, new byte[32]);
    assertThatThrownBy(() -> put(account("A"), foreign))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.byId(id)).isEmpty();
  }

  @Test
  void grantingThenRevokingIsRememberedNewestFirst() {
    put(account("A"));
    store.setEligibility(id, change(true, END));
    var revoked = store.setEligibility(id, change(false, null)).orElseThrow();
    assertThat(revoked.eligibility()).isEqualTo(new Eligibility(false, null, true));
    assertThat(revoked.eligibility().reasonAt(NOW)).isEqualTo("revoked");
    assertThat(store.history(id, 10))
        .containsExactly(
            new EligibilityEvent(NOW, "operator", "revoked", null, "why", null),
            new EligibilityEvent(NOW, "operator", "granted", END, "why", null));
    assertThat(store.history(id, 1)).hasSize(1);
  }

  @Test
  void anOpenAskForAccessStaysAsItIsUntilTheGrant() {
    put(account("A"));
    var first = new AccessRequest(NOW, "alix", "s’il vous plaît");
    store.requestAccess(id, first);
    store.requestAccess(id, new AccessRequest(END, "noor", null));
    assertThat(stored().accessRequest()).isEqualTo(first);
    assertThat(store.asking(10_000)).extracting(Account::id).contains(id);
    store.setEligibility(id, change(false, null));
    assertThat(stored().accessRequest()).isEqualTo(first);
    store.setEligibility(id, change(true, null));
    assertThat(stored().accessRequest()).isNull();
    assertThat(store.asking(10_000)).extracting(Account::id).doesNotContain(id);
    assertThat(store.history(id, 10))
        .extracting(EligibilityEvent::action)
        .containsExactly("granted", "revoked", "requested");
  }

  @Test
  void aRefusalClosesTheAskAndStandsUntilSomethingComesAfterIt() {
    put(account("A"));
    var no = new Refusal(END, "operator", "pas avant janvier");
    assertThat(store.refuseAccess(id, no).orElseThrow().accessRequest()).isNull();
    assertThat(store.lastRefusal(id)).as("nothing was asked").isEmpty();
    store.requestAccess(id, new AccessRequest(NOW, "alix", null));
    assertThat(store.refuseAccess(id, no).orElseThrow().accessRequest()).isNull();
    assertThat(store.lastRefusal(id)).contains(no);
    assertThat(store.history(id, 1).get(0).action()).isEqualTo("refused");
    store.requestAccess(id, new AccessRequest(END, "alix", "et maintenant ?"));
    assertThat(store.lastRefusal(id)).isEmpty();
    assertThat(store.refuseAccess("nobody", no)).isEmpty();
  }

  @Test
  void oneOfEightAsksForAccessAtOnceIsKept() throws Exception {
    put(account("A"));
    Race.of(8, () -> store.requestAccess(id, new AccessRequest(NOW, "alix", null)));
    assertThat(store.history(id, 10)).hasSize(1);
  }

  @Test
  void aSearchIgnoresCaseAndAccentsAndTakesItsTextLiterally() {
    var tag = id.substring(0, 8);
    put(account("Élan 100%_" + tag + "!"));
    for (var found : List.of("élan 100%_" + tag, "ELAN 100%_" + tag, tag + "!", "PK_" + id)) {
      assertThat(store.list(found, 5)).extracting(Account::id).contains(id);
    }
    for (var missing : List.of("%" + tag + "%", "100_" + tag, tag + "?", "\0")) {
      assertThat(store.list(missing, 5)).isEmpty();
    }
    assertThat(store.list(null, 1)).hasSize(1);
  }

  @Test
  void aFailedWriteLeavesNothingBehind() {
    put(account("A"));
    var change = new EligibilityChange(true, null, "operator", "nul\0", NOW);
    assertThatThrownBy(() -> store.setEligibility(id, change))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("note");
    assertThat(stored().eligibility()).isEqualTo(Eligibility.NEVER);
    assertThat(store.history(id, 10)).isEmpty();
  }

  @Test
  void everyTextOfFullLengthFits() {
    var longest =
        new Account(
            id,
            "pk_" + id,
            "😀".repeat(200),
            List.of("https://" + "a".repeat(200) + ".example"),
            List.of("https://b.example"),
            Eligibility.NEVER,
            new AccessRequest(NOW, "😀".repeat(200), "👩‍👩‍👧 שלום".repeat(100)));
    put(longest);
    assertThat(stored()).isEqualTo(longest);
  }

  @Test
  void instantsAreTruncatedToMicroseconds() {
    put(account("A"));
    store.setEligibility(id, change(true, END.plusNanos(999)));
    assertThat(stored().eligibility().until()).isEqualTo(END);
  }
}
