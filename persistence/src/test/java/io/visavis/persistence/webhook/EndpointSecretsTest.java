package io.visavis.persistence.webhook;

import static io.visavis.persistence.webhook.Hooks.NOW;
import static io.visavis.persistence.webhook.Hooks.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.signaling.webhook.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Secrets of endpoints: sealed at rest, rolled with an overlap. */
@OnEveryEngine
class EndpointSecretsTest {
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
  void secretsAreSealedAtRestEachInItsOwnRow() throws Exception {
    var endpoint = hooks.endpoint();
    var other = hooks.endpoint();
    assertThat(hooks.stored(endpoint, "secret")).startsWith("v1.").doesNotContain("whsec_new");
    assertThat(hooks.stored(endpoint, "previous_secret"))
        .startsWith("v1.")
        .doesNotContain("whsec_old");
    hooks.database.sql(
        "update webhook_endpoint set secret = (select secret from webhook_endpoint where id = '%s')"
                .formatted(endpoint.id())
            + " where id = '"
            + other.id()
            + "'");
    assertThat(hooks.store.find(hooks.account, other.id()).orElseThrow().secrets().current())
        .isEmpty();
  }

  @Test
  void whatStandsOpenOrIsSealedWithAFormerSecretIsSealedAnew() throws Exception {
    var endpoint = hooks.endpoint();
    hooks.database.sql(
        "update webhook_endpoint set secret = 'whsec_open', previous_secret = null where id = '%s'"
            .formatted(endpoint.id()));
    assertThat(hooks.store.find(hooks.account, endpoint.id()).orElseThrow().secrets().current())
        .isEqualTo("whsec_open");
    assertThat(hooks.store.reseal()).isEqualTo(1);
    assertThat(hooks.store.reseal()).isZero();
    var once = hooks.stored(endpoint, "secret");
    assertThat(once).startsWith("v1.");

    var fresh = "another service secret of more than 32 bytes";
    var moved = hooks.with(fresh, "a service secret of more than 32 bytes");
    assertThat(moved.reseal()).isEqualTo(1);
    assertThat(hooks.stored(endpoint, "secret")).isNotEqualTo(once);
    var alone = hooks.with(fresh).find(hooks.account, endpoint.id()).orElseThrow();
    assertThat(alone.secrets().current()).isEqualTo("whsec_open");
    assertThat(hooks.store.reseal()).as("a gone secret stays as it is").isZero();
    assertThat(hooks.store.find(hooks.account, endpoint.id()).orElseThrow().secrets().current())
        .isEmpty();
    hooks.database.sql("update webhook_endpoint set status = 'DELETED'");
  }

  @Test
  void aChangeOfTheAddressKeepsASecretThatCannotBeOpened() throws Exception {
    var endpoint = hooks.endpoint();
    var stranger = hooks.with("another service secret of more than 32 bytes");
    var before = hooks.stored(endpoint, "secret");
    var said = said(endpoint, Endpoint.Status.DISABLED);
    assertThat(stranger.change(hooks.account, endpoint.id(), said)).isPresent();
    assertThat(hooks.stored(endpoint, "secret")).isEqualTo(before);
  }

  @Test
  void aChangeThatWasReadBeforeARollKeepsTheNewSecret() {
    var before = hooks.endpoint();
    var rolled =
        hooks.store.roll(
            hooks.account, before.id(), "whsec_two", NOW.plusSeconds(60), NOW.plusSeconds(160));
    assertThat(rolled.orElseThrow().secrets())
        .isEqualTo(new Endpoint.Secrets("whsec_two", "whsec_new", NOW.plusSeconds(160)));

    hooks.store.change(hooks.account, before.id(), said(before, Endpoint.Status.DISABLED));

    var after = hooks.store.find(hooks.account, before.id()).orElseThrow();
    assertThat(after.status()).isEqualTo(Endpoint.Status.DISABLED);
    assertThat(after.secrets().current()).isEqualTo("whsec_two");
  }

  @Test
  void aSecretThatWasPromisedToSignGoesOnWhenTheNextIsRolledAgain() {
    var endpoint = hooks.endpoint();

    var rolled =
        hooks.store.roll(hooks.account, endpoint.id(), "whsec_3", NOW, NOW.plusSeconds(900));

    assertThat(rolled.orElseThrow().secrets())
        .isEqualTo(new Endpoint.Secrets("whsec_3", "whsec_old", NOW.plusSeconds(60)));
  }
}
