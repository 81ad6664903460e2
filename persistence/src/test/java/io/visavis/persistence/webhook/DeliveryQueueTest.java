package io.visavis.persistence.webhook;

import static io.visavis.persistence.webhook.Hooks.NOW;
import static io.visavis.persistence.webhook.Hooks.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.webhook.Delivery;
import io.visavis.signaling.webhook.Delivery.Status;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.EventType;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Deliveries on their way, and their log. */
@OnEveryEngine
class DeliveryQueueTest {
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
  void exactlyOneOfEightNodesGetsADelivery() throws Exception {
    var endpoint = hooks.endpoint();
    for (int round = 0; round < 20; round++) {
      hooks.tell(EventType.SHARE_REQUESTED);
      var due = hooks.due(NOW).get(0);
      var claims = Race.of(8, () -> hooks.store.claim(due.delivery(), NOW.plusSeconds(60)));
      assertThat(claims).filteredOn(Optional::isPresent).hasSize(1);
      var won = claims.stream().flatMap(Optional::stream).findFirst().orElseThrow();
      hooks.store.attempted(won, outcome(Status.DELIVERED, null, null, false));
    }
    assertThat(hooks.store.deliveries(hooks.account, endpoint.id(), null, 50))
        .hasSize(20)
        .allMatch(delivery -> delivery.attempts() == 1);
  }

  @Test
  void claimOfANodeThatDiedRunsOutAndAnotherDeliversUnderTheSameId() throws Exception {
    var endpoint = hooks.endpoint();
    hooks.tell(EventType.SHARE_REQUESTED);
    var lost =
        hooks.store.claim(hooks.due(NOW).get(0).delivery(), NOW.plusSeconds(60)).orElseThrow();

    assertThat(hooks.due(NOW.plusSeconds(59))).isEmpty();
    var again = hooks.due(NOW.plusSeconds(60)).get(0).delivery();
    assertThat(again.messageId()).isEqualTo(lost.messageId());
    assertThat(again.body()).isEqualTo(lost.body());
    var claimed = hooks.store.claim(again, NOW.plusSeconds(120)).orElseThrow();
    hooks.store.attempted(claimed, outcome(Status.DELIVERED, null, null, false));
    hooks.store.attempted(lost, outcome(Status.FAILED, null, null, false));

    assertThat(hooks.only(endpoint).status()).isEqualTo(Status.DELIVERED);
  }

  @Test
  void outcomeOfAnAttemptIsKept() throws Exception {
    var endpoint = hooks.endpoint();
    hooks.tell(EventType.SHARE_REQUESTED);
    var claimed =
        hooks.store.claim(hooks.due(NOW).get(0).delivery(), NOW.plusSeconds(60)).orElseThrow();

    hooks.store.attempted(claimed, outcome(Status.WAITING, NOW.plusSeconds(5), null, false));

    var kept = hooks.only(endpoint);
    assertThat(kept.step()).isEqualTo(1);
    assertThat(kept.attempts()).isEqualTo(1);
    assertThat(kept.nextAt()).isEqualTo(NOW.plusSeconds(5));
    assertThat(kept.last()).isEqualTo(new Delivery.Attempt(NOW, 503, null, "so sorry"));
  }

  @Test
  void sparedAndBusyEndpointsAreLeftAloneAndOneThatIsGoneForGood() throws Exception {
    var endpoint = hooks.endpoint();
    hooks.tell(EventType.SHARE_REQUESTED, EventType.SHARE_ENDED);
    assertThat(hooks.store.due(NOW, Set.of(endpoint.id()), Set.of(), 10)).isEmpty();
    assertThat(hooks.store.due(NOW, Set.of(), Set.of(hooks.account), 10)).isEmpty();

    var first =
        hooks.store.claim(hooks.due(NOW).get(0).delivery(), NOW.plusSeconds(60)).orElseThrow();
    hooks.store.attempted(first, outcome(Status.WAITING, NOW, NOW.plusSeconds(30), false));
    assertThat(hooks.due(NOW.plusSeconds(29))).isEmpty();
    assertThat(hooks.due(NOW.plusSeconds(30))).hasSize(2);

    var second =
        hooks
            .store
            .claim(hooks.due(NOW.plusSeconds(30)).get(0).delivery(), NOW.plusSeconds(90))
            .orElseThrow();
    hooks.store.attempted(second, outcome(Status.FAILED, null, null, true));
    assertThat(hooks.due(NOW.plusSeconds(300))).isEmpty();
    assertThat(hooks.store.find(hooks.account, endpoint.id()).orElseThrow().status())
        .isEqualTo(Endpoint.Status.GONE);
    assertThat(hooks.store.deliveries(hooks.account, endpoint.id(), null, 10))
        .extracting(Delivery::status)
        .containsOnly(Status.FAILED);
  }

  @Test
  void finishedDeliveryIsSentAgainByHandFromTheFirstStepOn() throws Exception {
    var endpoint = hooks.endpoint();
    hooks.tell(EventType.SHARE_REQUESTED);
    var waiting = hooks.only(endpoint);
    assertThat(hooks.store.resend(hooks.account, endpoint.id(), waiting.id(), NOW)).isEmpty();
    var claimed = hooks.store.claim(waiting, NOW.plusSeconds(60)).orElseThrow();
    hooks.store.attempted(claimed, outcome(Status.FAILED, null, null, false));

    assertThat(hooks.store.resend(hooks.account(), endpoint.id(), waiting.id(), NOW)).isEmpty();
    var again =
        hooks
            .store
            .resend(hooks.account, endpoint.id(), waiting.id(), NOW.plusSeconds(9))
            .orElseThrow();

    assertThat(again.step()).isZero();
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.messageId()).isEqualTo(waiting.messageId());
    assertThat(hooks.due(NOW.plusSeconds(9))).hasSize(1);
  }

  @Test
  void pagesOfDeliveriesFollowOneAnother() throws Exception {
    var endpoint = hooks.endpoint();
    for (int i = 0; i < 5; i++) {
      hooks.tell(EventType.SHARE_REQUESTED);
    }

    var first = hooks.store.deliveries(hooks.account, endpoint.id(), null, 3);
    var rest = hooks.store.deliveries(hooks.account, endpoint.id(), first.get(2).id(), 3);

    assertThat(first).hasSize(3);
    assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
    assertThat(hooks.store.deliveries(hooks.account, endpoint.id(), "unknown", 3)).isEmpty();
  }
}
