package io.visavis.signaling.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.KeyAlgorithm;
import io.visavis.signaling.protocol.CloseCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Connections whose key is revoked while they stand. */
class RevokedKeyTest {
  private static final byte[] SECOND =
      "another agent key of at least 32 bytes".getBytes(StandardCharsets.UTF_8);

  private final GatewayFixture here = new GatewayFixture();
  private final FakeClient panel = here.panel();
  private final FakeClient page = here.page();

  private void revoke(String kid) {
    here.agentKeys.revoke("account-1", kid, here.clock.now, here.clock.now);
    here.gateway.closeRevoked();
  }

  @Test
  void aConnectionEndsWithItsKeyAndNobodyElses() {
    here.gateway.closeRevoked();
    assertThat(panel.closedWith).isNull();

    revoke("key-1");
    assertThat(panel.closedWith).isEqualTo(CloseCode.KEY_REVOKED);
    assertThat(page.closedWith).isNull();
  }

  @Test
  void aConnectionThatRenewedWithAnotherKeyStays() {
    here.agentKeys.add(
        new AgentKey("key-2", "account-1", KeyAlgorithm.HS256, SECOND), "test", here.clock.now, 10);
    var token =
        here.agentToken()
            .header()
            .keyId("key-2")
            .and()
            .signWith(Keys.hmacShaKeyFor(SECOND), Jwts.SIG.HS256)
            .compact();
    panel.ask("token.renew", "token", token);
    assertThat(panel.reply().path("type").asText()).isEqualTo("ok");

    revoke("key-1");
    assertThat(panel.closedWith).isNull();
    revoke("key-2");
    assertThat(panel.closedWith).isEqualTo(CloseCode.KEY_REVOKED);
  }

  @Test
  void aKeyThatIsToEndLaterEndsNothingYet() {
    var later = here.clock.now.plusSeconds(60);
    here.agentKeys.revoke("account-1", "key-1", later, here.clock.now);
    here.gateway.closeRevoked();
    assertThat(panel.closedWith).isNull();

    here.clock.now = later;
    here.gateway.closeRevoked();
    assertThat(panel.closedWith).isEqualTo(CloseCode.KEY_REVOKED);
  }

  // --- the share that it took part in ------------------------------------------------------------

  private FakeClient popup;

  private String live() {
    panel.ask("share.request", "visitorId", GatewayFixture.VISITOR);
    var id = panel.reply().path("result").path("sessionId").asText();
    page.ask("share.accept", "sessionId", id, "wording", "view.1", "language", "fr");
    page.ask("ticket.new", "sessionId", id);
    popup = here.popup(page.reply().path("result").path("ticket").asText());
    popup.ask("capture.started", "sessionId", id, "surface", "window");
    panel.ask("share.activate", "sessionId", id);
    panel.ask("media.flowing", "sessionId", id);
    assertThat(popup.session().path("state").asText()).isEqualTo("live");
    return id;
  }

  private void assertThatThePicturesStop() {
    var told = popup.session();
    assertThat(told.path("state").asText()).isEqualTo("ended");
    assertThat(told.path("endReason").asText()).isEqualTo("agent-lost");
    assertThat(told.path("endDetail").asText()).isEqualTo("key-revoked");
  }

  @Test
  void aShareEndsWithTheKeyOfItsAgentAtOnce() {
    live();
    revoke("key-1");
    assertThatThePicturesStop();
    assertThat(panel.closedWith).isEqualTo(CloseCode.KEY_REVOKED);
  }

  @Test
  void whoeverLeavesBeforeItIsRevokedKeepsNoPicturesEither() {
    live();
    panel.hangUp();
    assertThat(popup.session().path("agentConnection").asText()).isEqualTo("reconnecting");
    revoke("key-1");
    assertThatThePicturesStop();
  }

  @Test
  void anEndThatTheDatabaseDidNotTakeIsTriedAgain() {
    var id = live();
    here.store.broken.add(id);
    revoke("key-1");
    assertThat(panel.closedWith).isEqualTo(CloseCode.KEY_REVOKED);
    assertThat(popup.session().path("state").asText()).isEqualTo("live");

    here.store.broken.clear();
    here.gateway.closeRevoked();
    assertThatThePicturesStop();
  }

  @Test
  void aShareOfAnotherKeyGoesOn() {
    live();
    here.agentKeys.add(
        new AgentKey("key-2", "account-1", KeyAlgorithm.HS256, SECOND), "test", here.clock.now, 10);
    revoke("key-2");
    assertThat(popup.session().path("state").asText()).isEqualTo("live");
  }

  @Test
  void aRequestByLinkWaitsOnWithoutThePanelThatAsked() {
    panel.ask("share.request", "visitorId", GatewayFixture.VISITOR, "delivery", "link");
    revoke("key-1");
    assertThat(page.session().path("state").asText()).isEqualTo("requested");
  }

  @Test
  void whoHasNotGreetedYetIsLeftAlone() {
    var silent = here.connect(GatewayFixture.BACKOFFICE);
    revoke("key-1");
    assertThat(silent.closedWith).isNull();
  }
}
