package io.visavis.backoffice.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The mappers' answers, without a container: {@link Problem} and {@link Titles}. */
class MappersTest {
  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyCodeHasATitleAndItsOwnType(ErrorCode code) {
    var problem = Problem.of(code, "detail");

    assertThat(problem.title()).isNotBlank();
    assertThat(problem.type()).endsWith("/" + code.word());
    assertThat(problem.status()).isEqualTo(code.httpStatus());
    assertThat(problem.retryable()).isEqualTo(code.retryable());
  }

  @Test
  void aFaultOfTheServiceSaysNothingOfItsInside() {
    assertThat(LastResortMapper.INTERNAL.detail())
        .doesNotContainIgnoringCase("exception")
        .doesNotContain("io.visavis");
  }

  @Test
  void refusalsOfTheBrokerKeepTheirCode() {
    var refused = new Refused(ErrorCode.VISITOR_BUSY, "another agent has the visitor");

    assertThat(Problem.of(refused.code(), refused.getMessage()).code()).isEqualTo("visitor-busy");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "3599001, 3600"})
  void aLimitByTimeSaysInWholeSecondsWhenThereIsRoom(long millis, long seconds) {
    var refused = new TooSoon("too often", Duration.ofMillis(millis));

    assertThat(refused.seconds()).isEqualTo(seconds);
  }
}
