package io.visavis.persistence.webhook;

import static io.visavis.persistence.webhook.Hooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.signaling.webhook.Delivery;
import io.visavis.signaling.webhook.EventType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What is told, and to whom. */
@OnEveryEngine
class OutboxTest {
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
  void eventGoesToEveryEndpointThatWantsItUnderOneId() throws Exception {
    var all = hooks.endpoint();
    var ends = hooks.endpoint(EventType.SHARE_ENDED);

    hooks.tell(EventType.SHARE_REQUESTED, EventType.SHARE_ENDED);

    var toAll = hooks.store.deliveries(hooks.account, all.id(), null, 10);
    assertThat(toAll).extracting(Delivery::type).containsExactly("share.ended", "share.requested");
    assertThat(hooks.only(ends).messageId()).isEqualTo(toAll.get(0).messageId()).startsWith("msg_");
    assertThat(hooks.only(ends).body()).isEqualTo(toAll.get(0).body());
  }

  @Test
  void eventOfATransactionThatFailsIsNotTold() throws Exception {
    var endpoint = hooks.endpoint();
    try {
      hooks.database.in(
          entities -> {
            new Outbox(entities)
                .tell(hooks.account, io.visavis.signaling.account.Eligibility.NEVER, NOW);
            throw new IllegalStateException("a crash before the commit");
          });
    } catch (IllegalStateException expected) {
      // As a crash would have it.
    }

    assertThat(hooks.store.deliveries(hooks.account, endpoint.id(), null, 10)).isEmpty();
  }

  @Test
  void disabledEndpointIsToldNothing() throws Exception {
    var endpoint = hooks.endpoint();
    hooks.database.sql(
        "update webhook_endpoint set status = 'DISABLED' where id = '%s'".formatted(endpoint.id()));

    hooks.tell(EventType.SHARE_REQUESTED);

    assertThat(hooks.store.deliveries(hooks.account, endpoint.id(), null, 10)).isEmpty();
  }

  @Test
  void testGoesToItsEndpointAloneWhateverItChose() {
    var endpoint = hooks.endpoint(EventType.SHARE_ENDED);
    var other = hooks.endpoint();

    var test = hooks.store.test(hooks.account, endpoint.id(), NOW).orElseThrow();

    assertThat(test.type()).isEqualTo("webhook.test");
    assertThat(hooks.only(endpoint)).isEqualTo(test);
    assertThat(hooks.store.deliveries(hooks.account, other.id(), null, 10)).isEmpty();
    assertThat(hooks.store.test(hooks.account, "unknown", NOW)).isEmpty();
  }
}
