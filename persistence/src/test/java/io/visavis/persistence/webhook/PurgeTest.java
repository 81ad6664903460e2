package io.visavis.persistence.webhook;

import static io.visavis.persistence.webhook.Hooks.NOW;
import static io.visavis.persistence.webhook.Hooks.outcome;
import static io.visavis.persistence.webhook.Hooks.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.policy.RetentionStores;
import io.visavis.signaling.policy.RetentionStore;
import io.visavis.signaling.token.SecretBox;
import io.visavis.signaling.webhook.Delivery.Status;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.EventType;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What of the log goes by its age. */
@OnEveryEngine
class PurgeTest {
  private static final Instant LATER = NOW.plusSeconds(1);

  @Parameter Engine engine;
  private Hooks hooks;

  @BeforeEach
  void anAccount() throws Exception {
    hooks = new Hooks(engine.database());
  }

  @AfterEach
  void nothingWaits() throws Exception {
    hooks.close();
  }

  @Test
  void whatNobodySwitchesOnAgainIsNotKeptForEver() throws Exception {
    var endpoint = hooks.endpoint();
    hooks.tell(EventType.SHARE_REQUESTED);
    hooks.store.change(hooks.account, endpoint.id(), said(endpoint, Endpoint.Status.DISABLED));

    hooks.store.purge(NOW);
    assertThat(hooks.only(endpoint).status()).isEqualTo(Status.WAITING);
    while (hooks.store.purge(LATER) > 0) {
      // A few at a time.
    }

    assertThat(hooks.store.deliveries(hooks.account, endpoint.id(), null, 10)).isEmpty();
  }

  @Test
  void purgingTakesOldEventsForWhichNothingWaits() throws Exception {
    var endpoint = hooks.endpoint();
    hooks.tell(EventType.SHARE_REQUESTED);
    var claimed = hooks.store.claim(hooks.only(endpoint), NOW).orElseThrow();
    hooks.store.attempted(claimed, outcome(Status.DELIVERED, null, null, false));
    hooks.tell(EventType.SHARE_ENDED);

    assertThat(hooks.store.purge(NOW)).isZero();
    hooks.store.purge(LATER);

    assertThat(hooks.only(endpoint).type()).isEqualTo("share.ended");
  }

  /** An endpoint that got an event. */
  private Endpoint told() throws Exception {
    var endpoint = hooks.endpoint();
    hooks.tell(EventType.SHARE_REQUESTED);
    var claimed = hooks.store.claim(hooks.only(endpoint), NOW).orElseThrow();
    hooks.store.attempted(claimed, outcome(Status.DELIVERED, null, null, false));
    return endpoint;
  }

  /** On another thread, so in another transaction; whoever waits for a lock fails. */
  private static int meanwhile(Callable<Integer> work) {
    var thread = Executors.newSingleThreadExecutor();
    try {
      return thread.submit(work).get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void whatRetentionRemovesJustNowIsLeftToIt() throws Exception {
    var endpoint = told();
    hooks.database.in(
        entities -> {
          var retention = RetentionStores.on(entities);
          assertThat(retention.forgetMessages(hooks.account, LATER, 10)).isOne();
          return meanwhile(() -> hooks.store.purge(LATER));
        });
    assertThat(hooks.store.deliveries(hooks.account, endpoint.id(), null, 10)).isEmpty();
  }

  @Test
  void whatIsPurgedJustNowRetentionLeavesAlone() throws Exception {
    var endpoint = told();
    var retention = hooks.database.store(RetentionStore.class, RetentionStores::on);
    hooks.database.in(
        entities -> {
          var box = new SecretBox(List.of(Hooks.SERVICE_SECRET));
          assertThat(new DeliveryQueue(entities, box).purge(LATER)).isPositive();
          assertThat(meanwhile(() -> retention.forgetMessages(hooks.account, LATER, 10))).isZero();
          return null;
        });
    assertThat(hooks.store.deliveries(hooks.account, endpoint.id(), null, 10)).isEmpty();
  }
}
