package io.visavis.backoffice.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.backoffice.configuration.LinkSettings;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookUpLimitTest {
  private final LookUpLimit limit =
      new LookUpLimit(
          new LinkSettings(Duration.ofMinutes(15), 3, Optional.empty()),
          Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC));

  @Test
  void anAddressThatAsksTooOftenIsRefusedAndOthersAreNot() {
    for (var look = 0; look < 3; look++) {
      limit.count("192.0.2.1");
    }

    assertThatThrownBy(() -> limit.count("192.0.2.1"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TOO_MANY_MESSAGES));
    limit.count("192.0.2.2");
  }
}
