package io.visavis.backoffice.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInsTest {
  private final Chat chat = new Chat();
  private final SignIns signIns = chat.signIns;
  private final DemoUser camille = DemoDirectory.user("camille").orElseThrow();

  @Test
  void theRightPasswordOpensTheDoorAndNothingElseDoes() {
    assertThat(signIns.check("camille", "demo")).contains(camille);
    assertThat(signIns.check("camille", "Demo")).isEmpty();
    assertThat(signIns.check("camille", "")).isEmpty();
    assertThat(signIns.check("nobody", "demo")).isEmpty();
  }

  @Test
  void aCookieOutlivesARestart() {
    String cookie = signIns.open(camille);
    SignIns restarted = new SignIns(chat.settings, chat.clock);
    assertThat(restarted.read(cookie)).map(SignedIn::user).contains(camille);
  }

  @Test
  void noOneCanMakeOrChangeACookie() {
    String cookie = signIns.open(camille);
    assertThat(signIns.read(cookie.replace("camille", "alix"))).isEmpty();
    assertThat(signIns.read(cookie + "x")).isEmpty();
    assertThat(signIns.read(cookie.substring(0, cookie.lastIndexOf('.')))).isEmpty();
    for (String other : new String[] {null, "", ".", "...", "camille", "é.é.é.é"}) {
      assertThat(signIns.read(other)).isEmpty();
    }
  }

  @Test
  void aCookieOfAnotherInstallationIsWorthNothing() {
    DemoSettings elsewhere =
        new DemoSettings(
            true,
            Optional.empty(),
            Optional.of("demo"),
            Optional.of("another-key-of-at-least-32-characters"));
    String cookie = new SignIns(elsewhere, chat.clock).open(camille);
    assertThat(signIns.read(cookie)).isEmpty();
  }

  @Test
  void aCookieEndsWithItsTimeOrWithSigningOut() {
    String first = signIns.open(camille);
    String second = signIns.open(camille);
    signIns.close(signIns.read(first).orElseThrow());
    assertThat(signIns.read(first)).isEmpty();
    assertThat(signIns.read(second)).isPresent();

    chat.clock.pass(SignIns.LIFE);
    assertThat(signIns.read(second)).isEmpty();
  }

  @Test
  void guessingIsSlowedDownForAWhile() {
    SignInThrottle throttle = new SignInThrottle(chat.clock);
    for (int i = 0; i < SignInThrottle.FAILURES; i++) {
      assertThat(throttle.allows("10.0.0.1", "user" + i)).isTrue();
      throttle.failed("10.0.0.1", "user" + i);
    }
    assertThat(throttle.allows("10.0.0.1", "camille")).isFalse();
    assertThat(throttle.allows("10.0.0.2", "camille")).isTrue();

    chat.clock.pass(SignInThrottle.WINDOW.plusSeconds(1));
    assertThat(throttle.allows("10.0.0.1", "camille")).isTrue();
  }
}
