package io.visavis.backoffice.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.reference.ConversationKey;
import io.visavis.persistence.reference.ViewedPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorFactsTest {
  private static final String SHOP = "http://shop.localhost:8080";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
            + "|desktop|Firefox 128",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0"
            + " Safari/537.36 Edg/156.0.0.0|desktop|Edge 156",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " HeadlessChrome/156.0.0.0 Safari/537.36|desktop|Chrome 156",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/18.0 Mobile/15E148 Safari/604.1|phone|Safari 18",
        "Mozilla/5.0 (Linux; Android 14; SM-X910) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/156.0.0.0 Safari/537.36|tablet|Chrome 156",
        "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/156.0.0.0 Mobile Safari/537.36|phone|Chrome 156",
        "curl/8.0|desktop|''"
      })
  void aUserAgentTellsDeviceAndBrowser(String userAgent, String device, String browser) {
    assertThat(UserAgents.device(userAgent)).isEqualTo(device);
    assertThat(UserAgents.browser(userAgent)).isEqualTo(browser);
  }

  @Test
  void aPageOfTheSiteIsShownWithoutItsFragment() {
    ViewedPage page = PageAddress.of(new ViewedPage(" Une\nlampe ", SHOP + "/l?id=3#t=x"), SHOP);
    assertThat(page).isEqualTo(new ViewedPage("Une lampe", SHOP + "/l?id=3"));
    assertThat(PageAddress.of(new ViewedPage(null, SHOP), SHOP).title()).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "http://evil.example/",
        "http://shop.localhost:8080@evil.example/",
        "http://shop.localhost:8080.evil.example/",
        "http://user:pw@shop.localhost:8080/",
        "https://shop.localhost:8080/",
        "/relative",
        "http://shop.localhost:8080/a b",
        ""
      })
  void aPageOfAnotherSiteIsNotShown(String url) {
    assertThat(PageAddress.of(new ViewedPage("x", url), SHOP)).isNull();
  }

  @Test
  void aVisitorHasAShortNameInTheirLanguageThatTellsNothingOfTheirId() {
    ConversationKey key = new ConversationKey("pk_demo_lumen", "visitor-anna");
    assertThat(VisitorIds.nickname(key, "fr-FR")).matches("Visiteur [0-9A-F]{4}");
    assertThat(VisitorIds.nickname(key, "en")).matches("Visitor [0-9A-F]{4}");
    assertThat(VisitorIds.nickname(key, "fr")).isEqualTo(VisitorIds.nickname(key, "fr-CA"));
  }

  @Test
  void onlyThisHostsOriginsMayOpenASocket() {
    DemoSettings settings = new Chat().settings;
    assertThat(ChatHandshake.isOurs("http://localhost:8080", settings)).isTrue();
    assertThat(ChatHandshake.isOurs("http://atelier.localhost:8080", settings)).isTrue();
    for (String origin :
        new String[] {
          null,
          "",
          "null",
          "http://localhost",
          "http://localhost:80801",
          "https://localhost:8080",
          "http://LOCALHOST:8080",
          "http://shop.localhost:8080/",
          "http://xshop.localhost:8080",
          "http://shop.localhost:8080.evil.example"
        }) {
      assertThat(ChatHandshake.isOurs(origin, settings)).isFalse();
    }
  }

  @Test
  void theSignInCookieIsFoundAmongOthers() {
    assertThat(ChatHandshake.cookie("a=b; visavis-reference=x.y; c=d")).contains("x.y");
    assertThat(ChatHandshake.cookie("xvisavis-reference=no")).isEmpty();
  }
}
