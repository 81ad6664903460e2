package io.visavis.signaling.ice;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.Result.IceServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final String SECRET = "a secret that the relay knows as well";
  private static final String SESSION = "q7Jx0mC3TzqWv1Zk9RfYbA";
  private static final Instant NOW = Instant.ofEpochSecond(1_795_168_800);

  private final Relay relay = relay(NOW);

  @Test
  void theUserNameBeginsWithTheSecondAtWhichItEnds() {
    assertThat(username(server(ClientKind.POPUP))).startsWith("1795169400:");
  }

  @Test
  void thePasswordIsTheOneThatARelayWithTheSecretComputes() {
    // printf %s "$USERNAME" | openssl dgst -sha1 -hmac "$SECRET" -binary | base64
    var server = server(ClientKind.POPUP);

    assertThat(username(server)).isEqualTo("1795169400:kq9hc8_jyCOOYjpY");
    assertThat(server.credential()).contains("beTejUiJblj+oiLRMDAn9BkaPy0=");
  }

  @Test
  void eachSideOfEachSessionIsAnotherUserAndStaysTheSame() {
    var visitor = id(server(ClientKind.POPUP));

    assertThat(id(server(ClientKind.PANEL))).isNotEqualTo(visitor);
    assertThat(id(relay.server("another-session-0123456", ClientKind.POPUP))).isNotEqualTo(visitor);
    assertThat(id(relay(NOW.plusSeconds(60)).server(SESSION, ClientKind.POPUP))).isEqualTo(visitor);
  }

  @Test
  void theUserNameTellsNeitherSessionNorSide() {
    assertThat(id(server(ClientKind.POPUP))).doesNotContain(SESSION).doesNotContain("popup");
  }

  @Test
  void secretAndCredentialStandInNoText() {
    var server = server(ClientKind.POPUP);
    var grant = new IceServers(List.of(), Optional.of(relay)).grant(SESSION, ClientKind.POPUP);

    assertThat(relay.toString() + server + grant)
        .contains("turn:turn.example")
        .doesNotContain(SECRET)
        .doesNotContain(server.credential().orElseThrow());
  }

  @Test
  void withoutARelayNothingExpires() {
    var servers = new IceServers(List.of("stun:stun.example"), Optional.empty());

    var grant = servers.grant(SESSION, ClientKind.PANEL);

    assertThat(grant.iceServers()).isEqualTo(servers.open());
    assertThat(grant.expiresInMs()).isEmpty();
  }

  private static Relay relay(Instant now) {
    return new Relay(
        List.of("turn:turn.example"),
        SECRET,
        Duration.ofMinutes(10),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private IceServer server(ClientKind side) {
    return relay.server(SESSION, side);
  }

  private static String username(IceServer server) {
    return server.username().orElseThrow();
  }

  private static String id(IceServer server) {
    return username(server).split(":")[1];
  }
}
