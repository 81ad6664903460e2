package io.visavis.signaling.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTokensTest {
  private static final String OLD = "an old secret of the service, long enough";
  private static final String NEW = "a new secret of the service, long enough";

  private final ServiceTokens tokens = tokens(NEW);

  @Test
  void visitorTokenSpeaksForItsVisitor() {
    var minted = tokens.visitor("account-1", "visitor-1", false);

    var visitor = tokens.verifyVisitor(minted.token(), false);

    assertThat(visitor.accountId()).isEqualTo("account-1");
    assertThat(visitor.visitorId()).isEqualTo("visitor-1");
    assertThat(visitor.popup()).isFalse();
  }

  @Test
  void noTokenPassesForAnother() {
    var page = tokens.visitor("account-1", "visitor-1", false).token();
    var popup = tokens.visitor("account-1", "visitor-1", true).token();
    var operator = tokens.operator("operator").token();

    assertThatThrownBy(() -> tokens.verifyVisitor(page, true)).isInstanceOf(TokenRefused.class);
    assertThatThrownBy(() -> tokens.verifyVisitor(popup, false)).isInstanceOf(TokenRefused.class);
    assertThatThrownBy(() -> tokens.verifyVisitor(operator, false))
        .isInstanceOf(TokenRefused.class);
    assertThatThrownBy(() -> tokens.verifyOperator(page)).isInstanceOf(TokenRefused.class);
    assertThatThrownBy(() -> SampleTokens.agentTokens().verify(operator))
        .isInstanceOf(TokenRefused.class);
  }

  @Test
  void rotatedSecretStillVerifiesWhatTheOldOneSigned() {
    var before = tokens(OLD).visitor("account-1", "visitor-1", false).token();
    var rotated = tokens(NEW, OLD);

    assertThat(rotated.verifyVisitor(before, false).visitorId()).isEqualTo("visitor-1");
    assertThatThrownBy(() -> tokens(NEW).verifyVisitor(before, false))
        .isInstanceOf(TokenRefused.class);
  }

  @Test
  void expiredTokenIsRefusedAsExpired() {
    var minted = tokens.visitor("account-1", "visitor-1", false).token();
    var later =
        new ServiceTokens(
            new ServiceKeys(List.of(NEW)),
            Duration.ofMinutes(15),
            Clock.fixed(SampleTokens.NOW.plusSeconds(3600), ZoneOffset.UTC));

    assertThatThrownBy(() -> later.verifyVisitor(minted, false))
        .isInstanceOfSatisfying(
            TokenRefused.class, refused -> assertThat(refused.expired()).isTrue());
  }

  @Test
  void shortSecretIsRefusedAtOnce() {
    assertThatThrownBy(() -> new ServiceKeys(List.of("short")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32");
  }

  private static ServiceTokens tokens(String... secrets) {
    return new ServiceTokens(
        new ServiceKeys(List.of(secrets)), Duration.ofMinutes(15), SampleTokens.CLOCK);
  }
}
