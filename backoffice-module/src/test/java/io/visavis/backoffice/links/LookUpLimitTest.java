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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LookUpLimitTest {
  private final LookUpLimit limit =
      new LookUpLimit(
          new LinkSettings(Duration.ofMinutes(15), 3, Optional.empty()),
          Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC));

  private void look(String code, String address) {
    limit.counted(code, address, () -> "shown");
  }

  private void guess(String code, String address) {
    limit.counted(
        code,
        address,
        () -> {
          throw new Refused(ErrorCode.NOT_FOUND, "no such link");
        });
  }

  @Test
  void genuineLinksOfManyPeopleBehindOneProxyAllWork() {
    for (var person = 0; person < 100; person++) {
      look("code-" + person, "192.0.2.1");
    }
  }

  @Test
  void anAddressThatGuessesTooOftenIsRefusedAndGenuineLinksFromThereAreNot() {
    for (var guess = 0; guess < 3; guess++) {
      refused(() -> guess("guess", "192.0.2.1"), ErrorCode.NOT_FOUND);
    }
    refused(() -> guess("another", "192.0.2.1"), ErrorCode.TOO_MANY_MESSAGES);
    refused(() -> guess("third", "192.0.2.2"), ErrorCode.NOT_FOUND);
    look("genuine", "192.0.2.1");
  }

  @Test
  void oneLinkIsNotAskedForWithoutEnd() {
    for (var look = 0; look < 3; look++) {
      look("code", "192.0.2." + look);
    }
    refused(() -> look("code", "192.0.2.9"), ErrorCode.TOO_MANY_MESSAGES);
  }

  private static void refused(ThrowingCallable work, ErrorCode code) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
