package io.visavis.backoffice.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Map<String, String> SECRETS =
      Map.of(
          "visavis.service.secret", "a-secret-that-nobody-will-guess-1234567",
          "visavis.demo.agent-key", "another-secret-that-nobody-guesses-12345");

  private static final String TURN_SECRET = "a-secret-that-the-relay-knows-as-well-12";

  @Test
  void theDefaultsAreGoodForTheDemonstrationOnceBothSecretsAreGiven() {
    var settings = read(Map.of());

    assertThat(settings.problems()).isEmpty();
    assertThat(settings.service().origin()).isEqualTo("http://localhost:8080");
    assertThat(settings.service().webSocketOrigin()).isEqualTo("ws://localhost:8080");
    assertThat(settings.service().siblingOrigin("shop.localhost"))
        .isEqualTo("http://shop.localhost:8080");
    assertThat(settings.operator().password()).isEqualTo("demo");
    assertThat(settings.sessionRules().grace()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.ice()).isEqualTo(new IceSettings(List.of(), Optional.empty()));
  }

  @Test
  void integratorsOriginsJoinTheDemoAccount() {
    var settings =
        read(Map.of("visavis.demo.site-origins", "http://localhost:9000, https://shop.example"));

    assertThat(settings.problems()).isEmpty();
    assertThat(settings.demo().siteOrigins())
        .containsExactly("http://localhost:9000", "https://shop.example");
  }

  @Test
  void formerSecretMayBeGivenAndIsCheckedLikeTheNewOne() {
    var former = "visavis.service.previous-secret";

    assertThat(read(Map.of(former, "a-former-secret-of-enough-characters")).problems()).isEmpty();
    assertThat(read(Map.of(former, "short")).problems())
        .singleElement()
        .asString()
        .contains(former)
        .contains("32");
  }

  @Test
  void missingSecretsAreNamedTogetherWithTheirRemedy() {
    var problems = Settings.read(key -> PropertiesFile.defaultOf(key)).problems();

    assertThat(problems)
        .hasSize(2)
        .anyMatch(text -> text.contains("visavis.service.secret is missing"))
        .anyMatch(text -> text.contains("VISAVIS_DEMO_AGENT_KEY"));
  }

  @Test
  void theValueOfASecretIsNeverShown() {
    var settings = read(Map.of("visavis.service.secret", "tooshort"));

    assertThat(settings.problems()).singleElement().asString().doesNotContain("tooshort");
    assertThat(read(Map.of()).toString()).doesNotContain(SECRETS.values().toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "visavis.service.origin, http://visavis.example.com",
    "visavis.service.origin, https://visavis.example.com/path",
    "visavis.service.origin, ftp://localhost",
    "visavis.session.grace, 30",
    "visavis.session.grace, PT0S",
    "visavis.session.request-expiry, PT3H",
    "visavis.operator.attempts-per-minute, 0",
    "visavis.operator.attempts-per-minute, many",
    "visavis.demo.enabled, perhaps",
    "visavis.demo.site-origins, http://localhost:9000/shop",
    "visavis.demo.backoffice-origins, localhost",
    "visavis.token.life, PT2H",
    "visavis.token.ticket-life, PT1S",
    "visavis.database.url, jdbc:mysql://db/visavis",
    "visavis.ice.servers, http://stun.example.com",
    "visavis.ice.servers, turn:turn.example.com",
    "visavis.turn.urls, stun:turn.example.com",
    "visavis.turn.urls, turn:turn.example.com?transport=sctp",
    "visavis.turn.credential-life, PT5S",
    "visavis.websocket.max-message-bytes, 12",
    "visavis.websocket.dead-after, PT5S"
  })
  void aBadValueIsNamedWithItsKey(String key, String value) {
    assertThat(read(Map.of(key, value)).problems())
        .anyMatch(text -> text.contains(key) && text.contains(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://visavis.example.com",
        "http://localhost",
        "http://127.0.0.1:18080",
        "http://[::1]:8080",
        "https://visavis.example.com:8443"
      })
  void anOriginWithoutAPathIsAccepted(String origin) {
    var settings = read(Map.of("visavis.service.origin", origin, "visavis.demo.enabled", "false"));

    assertThat(settings.service().origin()).isEqualTo(origin);
  }

  @Test
  void theDemonstrationIsRefusedOnAPublicOrigin() {
    var problems = read(Map.of("visavis.service.origin", "https://visavis.example.com")).problems();

    assertThat(problems).singleElement().asString().contains("visavis.demo.enabled");
  }

  @Test
  void withoutTheDemonstrationTheOperatorNeedsALongPassword() {
    var off = Map.of("visavis.demo.enabled", "false");

    assertThat(read(off).problems())
        .singleElement()
        .asString()
        .contains("visavis.operator.password is missing");
  }

  @Test
  void postgresqlNeedsAPasswordOfItsOwn() {
    var problems = read(Map.of("visavis.database.url", "jdbc:postgresql://db/visavis")).problems();

    assertThat(problems).singleElement().asString().contains("visavis.database.password");
  }

  @Test
  void everyValueOfAListOfIceServersCounts() {
    var settings =
        read(
            Map.of(
                "visavis.ice.servers", "stun:a.example:3478, stuns:[2001:db8::1]",
                "visavis.turn.urls", "turn:b.example:3478, turns:b.example:443?transport=tcp",
                "visavis.turn.secret", TURN_SECRET));

    assertThat(settings.problems()).isEmpty();
    assertThat(settings.ice().stun()).containsExactly("stun:a.example:3478", "stuns:[2001:db8::1]");
    var turn = settings.ice().turn().orElseThrow();
    assertThat(turn.urls())
        .containsExactly("turn:b.example:3478", "turns:b.example:443?transport=tcp");
    assertThat(turn.credentialLife()).isEqualTo(Duration.ofMinutes(10));
    assertThat(turn.toString()).doesNotContain(TURN_SECRET);
  }

  @Test
  void aRelayNeedsASecretOfItsOwnThatNobodyGuesses() {
    var urls = Map.of("visavis.turn.urls", "turn:turn.example.com");
    assertThat(read(urls).problems())
        .singleElement()
        .asString()
        .contains("visavis.turn.secret is missing", "static-auth-secret", "VISAVIS_TURN_URLS");

    var guessed = new HashMap<>(urls);
    guessed.put("visavis.turn.secret", "north");
    assertThat(read(guessed).problems())
        .singleElement()
        .asString()
        .contains("visavis.turn.secret is too short", "32")
        .doesNotContain("north");
  }

  private static Settings read(Map<String, String> given) {
    return Settings.read(
        key ->
            Optional.ofNullable(given.getOrDefault(key, SECRETS.get(key)))
                .or(() -> PropertiesFile.defaultOf(key)));
  }
}
