package io.visavis.backoffice.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.backoffice.configuration.OperatorSettings;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.token.ServiceKeys;
import io.visavis.signaling.token.ServiceTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInTest {
  private static final String PASSWORD = "a long enough password";

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);
  private final SignIn signIn =
      new SignIn(
          new OperatorSettings("operator", PASSWORD, 3, 30),
          new ServiceTokens(
              new ServiceKeys(List.of("the service's secret, long enough to be one")),
              Duration.ofMinutes(10),
              clock),
          clock);

  private void wrong(String address, ErrorCode expected) {
    assertThatThrownBy(() -> signIn.signIn("operator", "guess", address))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(expected));
  }

  @Test
  void whoGuessesFromOneAddressLocksOutThatAddressOnly() {
    for (int i = 0; i < 3; i++) {
      wrong("192.0.2.1", ErrorCode.NOT_AUTHENTICATED);
    }
    wrong("192.0.2.1", ErrorCode.TOO_MANY_MESSAGES);

    assertThat(signIn.signIn("operator", PASSWORD, "192.0.2.2").token()).isNotBlank();
  }

  @Test
  void guessesFromVeryManyAddressesLockTheName() {
    for (int i = 0; i < 90; i++) {
      wrong("192.0.2." + i, ErrorCode.NOT_AUTHENTICATED);
    }
    wrong("198.51.100.1", ErrorCode.TOO_MANY_MESSAGES);
  }
}
