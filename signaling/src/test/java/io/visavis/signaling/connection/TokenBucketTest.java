package io.visavis.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private final HandClock clock = new HandClock();
  private final TokenBucket bucket = new TokenBucket(3, 60, clock);

  private int takeAll() {
    int taken = 0;
    while (bucket.tryTake()) {
      taken++;
    }
    return taken;
  }

  @Test
  void aFullBucketGivesItsCapacityAtOnce() {
    assertThat(takeAll()).isEqualTo(3);
  }

  @Test
  void tokensComeBackWithTime() {
    takeAll();
    clock.advance(Duration.ofMillis(999));
    assertThat(bucket.tryTake()).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(bucket.tryTake()).isTrue();
  }

  @Test
  void aLongRestFillsNoMoreThanTheCapacity() {
    clock.advance(Duration.ofHours(5));
    assertThat(takeAll()).isEqualTo(3);
  }

  @Test
  void beingRefusedCostsNothing() {
    takeAll();
    for (int i = 0; i < 10; i++) {
      clock.advance(Duration.ofMillis(100));
      assertThat(bucket.tryTake()).isEqualTo(i == 9);
    }
  }
}
