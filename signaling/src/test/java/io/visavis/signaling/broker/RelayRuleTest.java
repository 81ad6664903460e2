package io.visavis.signaling.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayRuleTest {
  private static final String RELAY =
      "candidate:1 1 udp 41885439 192.0.2.9 3478 typ relay raddr ::";
  private static final String HOST = "candidate:2 1 udp 2122260223 10.1.2.3 50000 typ host";

  @Test
  void relaysPassAndAnEndOfCandidatesDoes() {
    assertThat(RelayRule.permits(RELAY)).isTrue();
    assertThat(RelayRule.permits("")).isTrue();
    assertThat(RelayRule.permitsAllOf("v=0\r\na=" + RELAY + "\r\n")).isTrue();
    assertThat(RelayRule.permits(HOST)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u2028", "\u2029", "\u0085", "\u000B"})
  void aHostsAddressDoesNotPassHoweverItsLineEnds(String tail) {
    assertThat(RelayRule.permits(HOST + tail)).isFalse();
    assertThat(RelayRule.permitsAllOf("v=0\r\na=" + HOST + tail + "\r\n")).isFalse();
    assertThat(RelayRule.permits(RELAY + "\n" + "a=" + HOST)).isFalse();
  }
}
