package io.visavis.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {
  private static final Duration TEN = Duration.ofSeconds(10);

  @Test
  void theShippedValuesWorkTogether() {
    assertThat(ConnectionLimits.defaults().queueMessages()).isEqualTo(256);
  }

  @Test
  void aBadValueIsNamedWithItsKeyAndItsRemedy() {
    assertThatThrownBy(
            () -> new ConnectionLimits(65_536, 0, 1, 1, 65_536, TEN, TEN, TEN, TEN.plus(TEN), 1))
        .hasMessage("visavis.websocket.messages-per-minute is 0: give at least 1");
  }

  @Test
  void theQueueHoldsAtLeastOneWholeMessage() {
    assertThatThrownBy(
            () -> new ConnectionLimits(65_536, 1, 1, 1, 65_535, TEN, TEN, TEN, TEN.plus(TEN), 1))
        .hasMessageContaining("visavis.websocket.queue-bytes is 65535");
  }

  @Test
  void theClientGetsTimeToAnswerAPing() {
    assertThatThrownBy(() -> new ConnectionLimits(65_536, 1, 1, 1, 65_536, TEN, TEN, TEN, TEN, 1))
        .hasMessageContaining("visavis.websocket.dead-after is PT10S")
        .hasMessageContaining("ping-interval");
  }
}
