package io.visavis.backoffice.headers;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.backoffice.configuration.ServiceSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {
  private static final String POLICY = "Content-Security-Policy";
  private static final List<String> HOSTS = List.of("https://desk.example", "http://b.example:81");

  private final SecurityHeaders headers =
      new SecurityHeaders(new ServiceSettings("http://localhost:8080", "secret"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/popup/",
        "/accept/",
        "/panel/",
        "/admin/",
        "/preview/",
        "/operator/",
        "/reference/",
        "/visavis.js",
        "/nope"
      })
  void noPageRunsScriptsOfOthersOrFromItsOwnText(String path) {
    assertThat(headers.of(path, HOSTS).get(POLICY))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .contains("base-uri 'none'", "object-src 'none'", "form-action 'self'")
        .contains("connect-src 'self' ws://localhost:8080;")
        .doesNotContain("unsafe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/panel/", "/panel/index.html", "/admin/"})
  void theAccountsOriginsMayFrameThePanelAndTheAdminPage(String path) {
    var given = headers.of(path, HOSTS);

    assertThat(given.get(POLICY))
        .endsWith("frame-ancestors https://desk.example http://b.example:81");
    assertThat(given).doesNotContainKeys("X-Frame-Options", "Cross-Origin-Opener-Policy");
  }

  @Test
  void thePreviewStandsInOurOwnPageAndWithThatInTheAccountsOrigins() {
    var given = headers.of("/preview/", HOSTS);

    assertThat(given.get(POLICY))
        .endsWith("frame-ancestors 'self' https://desk.example http://b.example:81");
    assertThat(given).doesNotContainKeys("X-Frame-Options", "Cross-Origin-Opener-Policy");
    assertThat(headers.of("/preview/", List.of()).get(POLICY)).endsWith("frame-ancestors 'self'");
  }

  @Test
  void nobodyMayFrameThePanelOfAnUnknownAccount() {
    assertThat(headers.of("/panel/", List.of()).get(POLICY)).endsWith("frame-ancestors 'none'");
  }

  @Test
  void aRegisteredOriginCannotSmuggleADirectiveIn() {
    var odd = List.of("https://a.example; script-src *", "https://a.example https://b", "*");

    assertThat(headers.of("/panel/", odd).get(POLICY))
        .endsWith("frame-ancestors 'none'")
        .doesNotContain("*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/popup/", "/accept/", "/operator/", "/reference/", "/panel/main.js"})
  void nothingElseMayBeFramed(String path) {
    assertThat(headers.of(path, HOSTS))
        .containsEntry("X-Frame-Options", "DENY")
        .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
        .hasEntrySatisfying(
            POLICY, policy -> assertThat(policy).endsWith("frame-ancestors 'none'"));
  }

  @Test
  void onlyThePopupMayCapture() {
    assertThat(headers.of("/popup/", List.of()).get("Permissions-Policy"))
        .startsWith("display-capture=(self)");
    assertThat(headers.of("/panel/", List.of()).get("Permissions-Policy"))
        .startsWith("display-capture=()");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/visavis.js",
        "/visavis.d.ts",
        "/visavis-share.js",
        "/visavis-share.d.ts",
        "/widget/card.js",
        "/reference/chat.js"
      })
  void foreignPagesMayLoadTheScriptsMeantForThem(String path) {
    assertThat(headers.of(path, List.of()))
        .containsEntry("Cross-Origin-Resource-Policy", "cross-origin")
        .containsEntry("Access-Control-Allow-Origin", "*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/panel/main.js", "/popup/popup.js", "/api/v1/account", "/"})
  void foreignPagesMayLoadNothingElse(String path) {
    assertThat(headers.of(path, List.of()))
        .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
        .doesNotContainKey("Access-Control-Allow-Origin");
  }

  @Test
  void answersOfTheApiAreNeverStored() {
    assertThat(headers.of("/api/v1/account", List.of()))
        .containsEntry("Cache-Control", "no-store")
        .containsEntry(POLICY, "default-src 'none'; frame-ancestors 'none'");
  }

  @Test
  void thePageOfALinkIsNeverStoredNorIndexedAndMayNotCapture() {
    assertThat(headers.of("/accept/", List.of()))
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("X-Robots-Tag", "noindex, nofollow")
        .containsEntry("Referrer-Policy", "no-referrer")
        .hasEntrySatisfying(
            "Permissions-Policy", given -> assertThat(given).startsWith("display-capture=()"));
  }

  @Test
  void filesAreRevalidatedUnlessTheirNameHoldsTheirHash() {
    assertThat(headers.of("/visavis.js", List.of())).containsEntry("Cache-Control", "no-cache");
    assertThat(headers.of("/widget/chunk-AB12CD34.js", List.of()).get("Cache-Control"))
        .contains("immutable");
  }

  @Test
  void aHandshakeIsLeftAlone() {
    assertThat(headers.of("/signal", List.of())).isEmpty();
  }

  @Test
  void browsersStayOnTlsOnceTheServiceHasIt() {
    var secure = new SecurityHeaders(new ServiceSettings("https://visavis.example", "secret"));

    assertThat(secure.of("/", List.of()).get("Strict-Transport-Security")).contains("max-age=");
    assertThat(secure.of("/", List.of()).get(POLICY)).contains("wss://visavis.example;");
    assertThat(headers.of("/", List.of())).doesNotContainKey("Strict-Transport-Security");
    var trial = new SecurityHeaders(new ServiceSettings("https://localhost:8443", "secret"));
    assertThat(trial.of("/", List.of())).doesNotContainKey("Strict-Transport-Security");
  }
}
