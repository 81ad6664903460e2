package io.visavis.backoffice.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.backoffice.configuration.Network;
import io.visavis.backoffice.configuration.ProxySettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  private final ClientAddress behindProxies =
      new ClientAddress(
          new ProxySettings(List.of(Network.of("10.0.0.0/8"), Network.of("fd00::/8"))));

  @Test
  void whoeverIsNoProxyIsNotBelieved() {
    var open = new ClientAddress(new ProxySettings(List.of()));

    assertThat(open.of("192.0.2.1", List.of("198.51.100.7"))).isEqualTo("192.0.2.1");
    assertThat(behindProxies.of("192.0.2.1", List.of("198.51.100.7"))).isEqualTo("192.0.2.1");
  }

  @Test
  void theLastAddressThatIsNoProxyIsTheCallers() {
    assertThat(behindProxies.of("10.0.0.1", List.of("203.0.113.9, 198.51.100.7")))
        .isEqualTo("198.51.100.7");
    assertThat(behindProxies.of("10.0.0.1", List.of("203.0.113.9", "198.51.100.7, 10.2.3.4")))
        .isEqualTo("198.51.100.7");
    assertThat(behindProxies.of("fd00::1", List.of("2001:db8::7"))).isEqualTo("2001:db8::7");
  }

  @Test
  void aProxyThatSaysNothingIsTheCaller() {
    assertThat(behindProxies.of("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "attacker.example", "_hidden", "1", "203.0.113.9:80"})
  void whatIsNoAddressIsNotBelieved(String said) {
    assertThat(behindProxies.of("10.0.0.1", List.of(said))).isEqualTo("10.0.0.1");
  }
}
