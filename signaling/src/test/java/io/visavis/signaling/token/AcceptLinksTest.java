package io.visavis.signaling.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptLinksTest {
  private static final String OLD = "the former secret, of more than 32 bytes";
  private static final String NEW = "the present secret, of more than 32 bytes";
  private static final String SESSION = "q7Jx0mC3TzqWv1Zk9RfYbAxx";

  private static AcceptLinks links(String... secrets) {
    return new AcceptLinks(
        new ServiceKeys(List.of(secrets)), "https://visavis.example", Duration.ofMinutes(15));
  }

  @Test
  void aCodeStandsForItsSessionAndStaysTheSame() {
    var links = links(NEW);

    assertThat(links.sessionOf(links.code(SESSION))).contains(SESSION);
    assertThat(links.code(SESSION)).isEqualTo(links.code(SESSION)).hasSize(24 + 32);
  }

  @Test
  void theCodeStandsInTheFragmentOnly() {
    var links = links(NEW);

    assertThat(links.url(SESSION))
        .isEqualTo("https://visavis.example/accept/#k=" + links.code(SESSION));
  }

  @Test
  void anyOtherCharacterMakesItAnUnknownCode() {
    var links = links(NEW);
    var code = links.code(SESSION);
    for (var at = 0; at < code.length(); at++) {
      var other = code.charAt(at) == 'A' ? 'B' : 'A';
      var forged = code.substring(0, at) + other + code.substring(at + 1);
      assertThat(links.sessionOf(forged)).as("changed at %d", at).isEmpty();
    }
  }

  @Test
  void codesOfTheFormerSecretHoldWhileItIsKept() {
    var code = links(OLD).code(SESSION);

    assertThat(links(NEW, OLD).sessionOf(code)).contains(SESSION);
    assertThat(links(NEW).sessionOf(code)).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "short", "q7Jx0mC3TzqWv1Zk9RfYbAxx", "é", "a b"})
  void whatIsNoCodeIsUnknown(String code) {
    assertThat(links(NEW).sessionOf(code)).isEmpty();
  }

  @Test
  void aSessionsIdAloneIsNoCodeHoweverItIsPadded() {
    assertThat(links(NEW).sessionOf(SESSION + "A".repeat(32))).isEmpty();
  }
}
