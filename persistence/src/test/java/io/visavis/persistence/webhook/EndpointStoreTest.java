package io.visavis.persistence.webhook;

import static io.visavis.persistence.webhook.Hooks.NOW;
import static io.visavis.persistence.webhook.Hooks.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.engine.Race;
import io.visavis.signaling.webhook.Endpoint;
import io.visavis.signaling.webhook.EventType;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Endpoints, and what happens to them at the same moment. */
@OnEveryEngine
class EndpointStoreTest {
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
  void endpointComesBackAsItWentInAndOnlyToItsAccount() throws Exception {
    var endpoint = hooks.endpoint(EventType.SHARE_ENDED, EventType.SHARE_LIVE);

    assertThat(hooks.store.find(hooks.account, endpoint.id())).contains(endpoint);
    assertThat(hooks.store.list(hooks.account)).containsExactly(endpoint);
    assertThat(hooks.store.find(hooks.account(), endpoint.id())).isEmpty();
    assertThat(hooks.store.find(hooks.account, "\0")).isEmpty();
  }

  @Test
  void accountHasNoMoreEndpointsThanItMayHoweverManyAskAtOnce() throws Exception {
    var added =
        Race.of(
            8,
            () ->
                hooks.store.add(
                    new Endpoint(
                        UUID.randomUUID().toString(),
                        hooks.account,
                        "https://hooks.example.com/",
                        Set.of(),
                        null,
                        Endpoint.Status.ENABLED,
                        new Endpoint.Secrets("whsec_", null, null),
                        NOW),
                    3));

    assertThat(added).filteredOn(won -> won).hasSize(3);
    assertThat(hooks.store.list(hooks.account)).hasSize(3);
  }

  @Test
  void changeTakesOverWhatMayChange() throws Exception {
    var endpoint = hooks.endpoint();
    var changed =
        new Endpoint(
            endpoint.id(),
            hooks.account,
            "https://other.example.com/",
            Set.of(EventType.SHARE_LIVE),
            null,
            Endpoint.Status.DISABLED,
            endpoint.secrets(),
            NOW);

    var said =
        new Endpoint.Description(
            changed.url(), changed.events(), changed.description(), changed.status());
    assertThat(hooks.store.change(hooks.account, endpoint.id(), said)).contains(changed);
    assertThat(hooks.store.find(hooks.account, endpoint.id())).contains(changed);
    assertThat(hooks.store.change(hooks.account(), endpoint.id(), said)).isEmpty();
  }

  @Test
  void changesAndRollsAtTheSameTimeUndoNothingOfEachOther() throws Exception {
    var endpoint = hooks.endpoint();
    var number = new AtomicInteger();

    Race.of(
        8,
        () ->
            switch (number.getAndIncrement() % 4) {
              case 0 ->
                  hooks.store.change(
                      hooks.account, endpoint.id(), said(endpoint, Endpoint.Status.DISABLED));
              case 1 ->
                  hooks.store.roll(
                      hooks.account, endpoint.id(), "whsec_r", NOW, NOW.plusSeconds(99));
              case 2 -> hooks.store.test(hooks.account, endpoint.id(), NOW);
              default -> hooks.store.delete(hooks.account, endpoint.id());
            });

    assertThat(hooks.store.find(hooks.account, endpoint.id())).isEmpty();
  }

  @Test
  void deletedEndpointIsUnknownAndNothingWaitsForIt() throws Exception {
    var endpoint = hooks.endpoint();
    hooks.tell(EventType.SHARE_REQUESTED);

    assertThat(hooks.store.delete(hooks.account(), endpoint.id())).isFalse();
    assertThat(hooks.store.delete(hooks.account, endpoint.id())).isTrue();

    assertThat(hooks.store.delete(hooks.account, endpoint.id())).isFalse();
    assertThat(hooks.store.find(hooks.account, endpoint.id())).isEmpty();
    assertThat(hooks.store.list(hooks.account)).isEmpty();
    assertThat(hooks.due(NOW)).isEmpty();
  }
}
