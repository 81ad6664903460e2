package io.visavis.persistence.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.token.SecretBox;
import io.visavis.signaling.webhook.Delivery;
import io.visavis.signaling.webhook.Delivery.Status;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.EventType;
import io.visavis.signaling.webhook.WebhookStore;
import io.visavis.signaling.webhook.WebhookStore.Due;
import io.visavis.signaling.webhook.WebhookStore.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class WebhookStoreTest {
  private static final SecretBox BOX =
      new SecretBox(List.of("a service secret of more than 32 bytes"));
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123456Z");

  @Parameter Engine engine;
  private Database database;
  private WebhookStore store;
  private String account;

  @BeforeEach
  void anAccount() throws Exception {
    database = engine.database();
    store = database.store(WebhookStore.class, entities -> new JpaWebhookStore(entities, BOX));
    account = account();
  }

  /** The queue is the whole service's: what one test leaves would be due in the next. */
  @AfterEach
  void nothingWaits() throws Exception {
    database.sql("update webhook_endpoint set status = 'DELETED'");
  }

  private String account() throws Exception {
    var id = UUID.randomUUID().toString();
    database.sql(
        "insert into account (id, site_key, name, search_text, site_origins, backoffice_origins,"
            + " eligible, ever_eligible) values ('%1$s', '%1$s', '', '', '', '', true, true)"
                .formatted(id));
    return id;
  }

  private Endpoint endpoint(EventType... events) {
    var endpoint =
        new Endpoint(
            "whe_" + UUID.randomUUID(),
            account,
            "https://hooks.example.com/",
            Set.of(events),
            "Réception",
            Endpoint.Status.ENABLED,
            new Endpoint.Secrets("whsec_new", "whsec_old", NOW.plusSeconds(60)),
            NOW);
    assertThat(store.add(endpoint, 10)).isTrue();
    return endpoint;
  }

  private String stored(Endpoint endpoint, String column) throws Exception {
    return database.in(
        entities ->
            (String)
                entities
                    .createNativeQuery(
                        "select " + column + " from webhook_endpoint where id = :id", String.class)
                    .setParameter("id", endpoint.id())
                    .getSingleResult());
  }

  private WebhookStore with(String... secrets) {
    var box = new SecretBox(List.of(secrets));
    return database.store(WebhookStore.class, entities -> new JpaWebhookStore(entities, box));
  }

  @Test
  void secretsAreSealedAtRestEachInItsOwnRow() throws Exception {
    var endpoint = endpoint();
    var other = endpoint();
    assertThat(stored(endpoint, "secret")).startsWith("v1.").doesNotContain("whsec_new");
    assertThat(stored(endpoint, "previous_secret")).startsWith("v1.").doesNotContain("whsec_old");
    database.sql(
        "update webhook_endpoint set secret = (select secret from webhook_endpoint where id = '%s')"
                .formatted(endpoint.id())
            + " where id = '"
            + other.id()
            + "'");
    assertThat(store.find(account, other.id()).orElseThrow().secrets().current()).isEmpty();
  }

  @Test
  void whatStandsOpenOrIsSealedWithAFormerSecretIsSealedAnew() throws Exception {
    var endpoint = endpoint();
    database.sql(
        "update webhook_endpoint set secret = 'whsec_open', previous_secret = null where id = '%s'"
            .formatted(endpoint.id()));
    assertThat(store.find(account, endpoint.id()).orElseThrow().secrets().current())
        .isEqualTo("whsec_open");
    assertThat(store.reseal()).isEqualTo(1);
    assertThat(store.reseal()).isZero();
    var once = stored(endpoint, "secret");
    assertThat(once).startsWith("v1.");

    var fresh = "another service secret of more than 32 bytes";
    var moved = with(fresh, "a service secret of more than 32 bytes");
    assertThat(moved.reseal()).isEqualTo(1);
    assertThat(stored(endpoint, "secret")).isNotEqualTo(once);
    var alone = with(fresh).find(account, endpoint.id()).orElseThrow();
    assertThat(alone.secrets().current()).isEqualTo("whsec_open");
    assertThat(store.reseal()).as("a gone secret stays as it is").isZero();
    assertThat(store.find(account, endpoint.id()).orElseThrow().secrets().current()).isEmpty();
    database.sql("update webhook_endpoint set status = 'DELETED'");
  }

  @Test
  void aChangeOfTheAddressKeepsASecretThatCannotBeOpened() throws Exception {
    var endpoint = endpoint();
    var stranger = with("another service secret of more than 32 bytes");
    var before = stored(endpoint, "secret");
    var said = said(endpoint, Endpoint.Status.DISABLED);
    assertThat(stranger.change(account, endpoint.id(), said)).isPresent();
    assertThat(stored(endpoint, "secret")).isEqualTo(before);
  }

  private void tell(EventType... types) throws Exception {
    var request = new ShareSession.Request("visitor-1", "conversation", "noor", "Noor");
    var session = ShareSession.requested("session", account, request, NOW, NOW.plusSeconds(120));
    database.in(
        entities -> {
          new Outbox(entities).tell(List.of(types), session, NOW);
          return null;
        });
  }

  private Delivery only(Endpoint endpoint) {
    var found = store.deliveries(account, endpoint.id(), null, 10);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static Outcome outcome(Status status, Instant next, Instant spare, boolean gone) {
    var attempt = new Delivery.Attempt(NOW, 503, null, "so sorry");
    return new Outcome(attempt, status, next, spare, gone);
  }

  @Test
  void endpointComesBackAsItWentInAndOnlyToItsAccount() throws Exception {
    var endpoint = endpoint(EventType.SHARE_ENDED, EventType.SHARE_LIVE);

    assertThat(store.find(account, endpoint.id())).contains(endpoint);
    assertThat(store.list(account)).containsExactly(endpoint);
    assertThat(store.find(account(), endpoint.id())).isEmpty();
    assertThat(store.find(account, "\0")).isEmpty();
  }

  @Test
  void accountHasNoMoreEndpointsThanItMayHoweverManyAskAtOnce() throws Exception {
    var added =
        Race.of(
            8,
            () ->
                store.add(
                    new Endpoint(
                        UUID.randomUUID().toString(),
                        account,
                        "https://hooks.example.com/",
                        Set.of(),
                        null,
                        Endpoint.Status.ENABLED,
                        new Endpoint.Secrets("whsec_", null, null),
                        NOW),
                    3));

    assertThat(added).filteredOn(won -> won).hasSize(3);
    assertThat(store.list(account)).hasSize(3);
  }

  @Test
  void eventGoesToEveryEndpointThatWantsItUnderOneId() throws Exception {
    var all = endpoint();
    var ends = endpoint(EventType.SHARE_ENDED);

    tell(EventType.SHARE_REQUESTED, EventType.SHARE_ENDED);

    var toAll = store.deliveries(account, all.id(), null, 10);
    assertThat(toAll).extracting(Delivery::type).containsExactly("share.ended", "share.requested");
    assertThat(only(ends).messageId()).isEqualTo(toAll.get(0).messageId()).startsWith("msg_");
    assertThat(only(ends).body()).isEqualTo(toAll.get(0).body());
  }

  @Test
  void eventOfATransactionThatFailsIsNotTold() throws Exception {
    var endpoint = endpoint();
    try {
      database.in(
          entities -> {
            new Outbox(entities).tell(account, io.visavis.signaling.account.Eligibility.NEVER, NOW);
            throw new IllegalStateException("a crash before the commit");
          });
    } catch (IllegalStateException expected) {
      // As a crash would have it.
    }

    assertThat(store.deliveries(account, endpoint.id(), null, 10)).isEmpty();
  }

  @Test
  void disabledEndpointIsToldNothing() throws Exception {
    var endpoint = endpoint();
    database.sql(
        "update webhook_endpoint set status = 'DISABLED' where id = '%s'".formatted(endpoint.id()));

    tell(EventType.SHARE_REQUESTED);

    assertThat(store.deliveries(account, endpoint.id(), null, 10)).isEmpty();
  }

  @Test
  void exactlyOneOfEightNodesGetsADelivery() throws Exception {
    var endpoint = endpoint();
    for (int round = 0; round < 20; round++) {
      tell(EventType.SHARE_REQUESTED);
      var due = due(NOW).get(0);
      var claims = Race.of(8, () -> store.claim(due.delivery(), NOW.plusSeconds(60)));
      assertThat(claims).filteredOn(Optional::isPresent).hasSize(1);
      var won = claims.stream().flatMap(Optional::stream).findFirst().orElseThrow();
      store.attempted(won, outcome(Status.DELIVERED, null, null, false));
    }
    assertThat(store.deliveries(account, endpoint.id(), null, 50))
        .hasSize(20)
        .allMatch(delivery -> delivery.attempts() == 1);
  }

  @Test
  void claimOfANodeThatDiedRunsOutAndAnotherDeliversUnderTheSameId() throws Exception {
    var endpoint = endpoint();
    tell(EventType.SHARE_REQUESTED);
    var lost = store.claim(due(NOW).get(0).delivery(), NOW.plusSeconds(60)).orElseThrow();

    assertThat(due(NOW.plusSeconds(59))).isEmpty();
    var again = due(NOW.plusSeconds(60)).get(0).delivery();
    assertThat(again.messageId()).isEqualTo(lost.messageId());
    assertThat(again.body()).isEqualTo(lost.body());
    var claimed = store.claim(again, NOW.plusSeconds(120)).orElseThrow();
    store.attempted(claimed, outcome(Status.DELIVERED, null, null, false));
    store.attempted(lost, outcome(Status.FAILED, null, null, false));

    assertThat(only(endpoint).status()).isEqualTo(Status.DELIVERED);
  }

  @Test
  void outcomeOfAnAttemptIsKept() throws Exception {
    var endpoint = endpoint();
    tell(EventType.SHARE_REQUESTED);
    var claimed = store.claim(due(NOW).get(0).delivery(), NOW.plusSeconds(60)).orElseThrow();

    store.attempted(claimed, outcome(Status.WAITING, NOW.plusSeconds(5), null, false));

    var kept = only(endpoint);
    assertThat(kept.step()).isEqualTo(1);
    assertThat(kept.attempts()).isEqualTo(1);
    assertThat(kept.nextAt()).isEqualTo(NOW.plusSeconds(5));
    assertThat(kept.last()).isEqualTo(new Delivery.Attempt(NOW, 503, null, "so sorry"));
  }

  @Test
  void sparedAndBusyEndpointsAreLeftAloneAndOneThatIsGoneForGood() throws Exception {
    var endpoint = endpoint();
    tell(EventType.SHARE_REQUESTED, EventType.SHARE_ENDED);
    assertThat(store.due(NOW, Set.of(endpoint.id()), Set.of(), 10)).isEmpty();
    assertThat(store.due(NOW, Set.of(), Set.of(account), 10)).isEmpty();

    var first = store.claim(due(NOW).get(0).delivery(), NOW.plusSeconds(60)).orElseThrow();
    store.attempted(first, outcome(Status.WAITING, NOW, NOW.plusSeconds(30), false));
    assertThat(due(NOW.plusSeconds(29))).isEmpty();
    assertThat(due(NOW.plusSeconds(30))).hasSize(2);

    var second =
        store.claim(due(NOW.plusSeconds(30)).get(0).delivery(), NOW.plusSeconds(90)).orElseThrow();
    store.attempted(second, outcome(Status.FAILED, null, null, true));
    assertThat(due(NOW.plusSeconds(300))).isEmpty();
    assertThat(store.find(account, endpoint.id()).orElseThrow().status())
        .isEqualTo(Endpoint.Status.GONE);
    assertThat(store.deliveries(account, endpoint.id(), null, 10))
        .extracting(Delivery::status)
        .containsOnly(Status.FAILED);
  }

  @Test
  void whatNobodySwitchesOnAgainIsNotKeptForEver() throws Exception {
    var endpoint = endpoint();
    tell(EventType.SHARE_REQUESTED);
    store.change(account, endpoint.id(), said(endpoint, Endpoint.Status.DISABLED));

    store.purge(NOW);
    assertThat(only(endpoint).status()).isEqualTo(Status.WAITING);
    while (store.purge(NOW.plusSeconds(1)) > 0) {
      // A few at a time.
    }

    assertThat(store.deliveries(account, endpoint.id(), null, 10)).isEmpty();
  }

  private static Endpoint.Description said(Endpoint endpoint, Endpoint.Status status) {
    return new Endpoint.Description(
        endpoint.url(), endpoint.events(), endpoint.description(), status);
  }

  @Test
  void changesAndRollsAtTheSameTimeUndoNothingOfEachOther() throws Exception {
    var endpoint = endpoint();
    var number = new AtomicInteger();

    Race.of(
        8,
        () ->
            switch (number.getAndIncrement() % 4) {
              case 0 ->
                  store.change(account, endpoint.id(), said(endpoint, Endpoint.Status.DISABLED));
              case 1 -> store.roll(account, endpoint.id(), "whsec_r", NOW, NOW.plusSeconds(99));
              case 2 -> store.test(account, endpoint.id(), NOW);
              default -> store.delete(account, endpoint.id());
            });

    assertThat(store.find(account, endpoint.id())).isEmpty();
  }

  @Test
  void aChangeThatWasReadBeforeARollKeepsTheNewSecret() {
    var before = endpoint();
    var rolled =
        store.roll(account, before.id(), "whsec_two", NOW.plusSeconds(60), NOW.plusSeconds(160));
    assertThat(rolled.orElseThrow().secrets())
        .isEqualTo(new Endpoint.Secrets("whsec_two", "whsec_new", NOW.plusSeconds(160)));

    store.change(account, before.id(), said(before, Endpoint.Status.DISABLED));

    var after = store.find(account, before.id()).orElseThrow();
    assertThat(after.status()).isEqualTo(Endpoint.Status.DISABLED);
    assertThat(after.secrets().current()).isEqualTo("whsec_two");
  }

  @Test
  void aSecretThatWasPromisedToSignGoesOnWhenTheNextIsRolledAgain() {
    var endpoint = endpoint();

    var rolled = store.roll(account, endpoint.id(), "whsec_3", NOW, NOW.plusSeconds(900));

    assertThat(rolled.orElseThrow().secrets())
        .isEqualTo(new Endpoint.Secrets("whsec_3", "whsec_old", NOW.plusSeconds(60)));
  }

  @Test
  void finishedDeliveryIsSentAgainByHandFromTheFirstStepOn() throws Exception {
    var endpoint = endpoint();
    tell(EventType.SHARE_REQUESTED);
    var waiting = only(endpoint);
    assertThat(store.resend(account, endpoint.id(), waiting.id(), NOW)).isEmpty();
    var claimed = store.claim(waiting, NOW.plusSeconds(60)).orElseThrow();
    store.attempted(claimed, outcome(Status.FAILED, null, null, false));

    assertThat(store.resend(account(), endpoint.id(), waiting.id(), NOW)).isEmpty();
    var again =
        store.resend(account, endpoint.id(), waiting.id(), NOW.plusSeconds(9)).orElseThrow();

    assertThat(again.step()).isZero();
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.messageId()).isEqualTo(waiting.messageId());
    assertThat(due(NOW.plusSeconds(9))).hasSize(1);
  }

  @Test
  void testGoesToItsEndpointAloneWhateverItChose() {
    var endpoint = endpoint(EventType.SHARE_ENDED);
    var other = endpoint();

    var test = store.test(account, endpoint.id(), NOW).orElseThrow();

    assertThat(test.type()).isEqualTo("webhook.test");
    assertThat(only(endpoint)).isEqualTo(test);
    assertThat(store.deliveries(account, other.id(), null, 10)).isEmpty();
    assertThat(store.test(account, "unknown", NOW)).isEmpty();
  }

  @Test
  void pagesOfDeliveriesFollowOneAnother() throws Exception {
    var endpoint = endpoint();
    for (int i = 0; i < 5; i++) {
      tell(EventType.SHARE_REQUESTED);
    }

    var first = store.deliveries(account, endpoint.id(), null, 3);
    var rest = store.deliveries(account, endpoint.id(), first.get(2).id(), 3);

    assertThat(first).hasSize(3);
    assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
    assertThat(store.deliveries(account, endpoint.id(), "unknown", 3)).isEmpty();
  }

  @Test
  void deletedEndpointIsUnknownAndNothingWaitsForIt() throws Exception {
    var endpoint = endpoint();
    tell(EventType.SHARE_REQUESTED);

    assertThat(store.delete(account(), endpoint.id())).isFalse();
    assertThat(store.delete(account, endpoint.id())).isTrue();

    assertThat(store.delete(account, endpoint.id())).isFalse();
    assertThat(store.find(account, endpoint.id())).isEmpty();
    assertThat(store.list(account)).isEmpty();
    assertThat(due(NOW)).isEmpty();
  }

  @Test
  void changeTakesOverWhatMayChange() throws Exception {
    var endpoint = endpoint();
    var changed =
        new Endpoint(
            endpoint.id(),
            account,
            "https://other.example.com/",
            Set.of(EventType.SHARE_LIVE),
            null,
            Endpoint.Status.DISABLED,
            endpoint.secrets(),
            NOW);

    var said =
        new Endpoint.Description(
            changed.url(), changed.events(), changed.description(), changed.status());
    assertThat(store.change(account, endpoint.id(), said)).contains(changed);
    assertThat(store.find(account, endpoint.id())).contains(changed);
    assertThat(store.change(account(), endpoint.id(), said)).isEmpty();
  }

  @Test
  void purgingTakesOldEventsForWhichNothingWaits() throws Exception {
    var endpoint = endpoint();
    tell(EventType.SHARE_REQUESTED);
    var claimed = store.claim(only(endpoint), NOW).orElseThrow();
    store.attempted(claimed, outcome(Status.DELIVERED, null, null, false));
    tell(EventType.SHARE_ENDED);

    assertThat(store.purge(NOW)).isZero();
    store.purge(NOW.plusSeconds(1));

    assertThat(only(endpoint).type()).isEqualTo("share.ended");
  }

  /** What is due of this test's account. */
  private List<Due> due(Instant now) {
    return store.due(now, Set.of(), Set.of(), 100).stream()
        .filter(due -> due.endpoint().accountId().equals(account))
        .toList();
  }
}
