package io.visavis.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LivenessTest {
  private final HandClock clock = new HandClock();
  private final Liveness liveness =
      new Liveness(Duration.ofSeconds(10), Duration.ofSeconds(25), clock);

  @Test
  void silenceKillsAtTheLimit() {
    clock.advance(Duration.ofMillis(24_999));
    assertThat(liveness.dead()).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(liveness.dead()).isTrue();
  }

  @Test
  void aFrameFromTheOtherEndKeepsItAlive() {
    clock.advance(Duration.ofSeconds(24));
    liveness.heard();
    clock.advance(Duration.ofSeconds(24));
    assertThat(liveness.dead()).isFalse();
    assertThat(liveness.silence()).isEqualTo(Duration.ofSeconds(24));
  }

  @Test
  void pingingProvesNothing() {
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofSeconds(10));
      assertThat(liveness.pingDue()).isTrue();
    }
    assertThat(liveness.dead()).isTrue();
  }

  @Test
  void aPingIsDueOncePerInterval() {
    clock.advance(Duration.ofSeconds(9));
    assertThat(liveness.pingDue()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(liveness.pingDue()).isTrue();
    assertThat(liveness.pingDue()).isFalse();
  }
}
