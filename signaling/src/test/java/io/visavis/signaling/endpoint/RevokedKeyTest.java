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

  @Test
  void whoHasNotGreetedYetIsLeftAlone() {
    var silent = here.connect(GatewayFixture.BACKOFFICE);
    revoke("key-1");
    assertThat(silent.closedWith).isNull();
  }
}
