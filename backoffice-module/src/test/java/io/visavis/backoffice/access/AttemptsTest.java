package io.visavis.backoffice.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private final MovingClock clock = new MovingClock();
  private final Attempts attempts = new Attempts(3, clock);

  @Test
  void afterTheLimitAKeyHasToWaitForItsMinuteToEnd() {
    fail("address 192.0.2.1", 3);
    assertThat(attempts.allowed("address 192.0.2.1")).isFalse();

    clock.now = clock.now.plus(Duration.ofSeconds(59));
    assertThat(attempts.allowed("address 192.0.2.1")).isFalse();

    clock.now = clock.now.plus(Duration.ofSeconds(1));
    assertThat(attempts.allowed("address 192.0.2.1")).isTrue();
  }

  @Test
  void otherKeysAreNotHeldUp() {
    fail("address 192.0.2.1", 3);

    assertThat(attempts.allowed("address 192.0.2.2")).isTrue();
  }

  @Test
  void belowTheLimitNobodyWaits() {
    fail("name operator", 2);

    assertThat(attempts.allowed("name operator")).isTrue();
  }

  @Test
  void countlessKeysDoNotFillTheMemory() {
    for (var i = 0; i < 50_000; i++) {
      attempts.failed("name " + i);
    }
    fail("name last", 3);

    assertThat(attempts.size()).isLessThanOrEqualTo(10_000);
    assertThat(attempts.allowed("name last")).isFalse();
  }

  private void fail(String key, int times) {
    for (var i = 0; i < times; i++) {
      attempts.failed(key);
    }
  }

  private static final class MovingClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
