package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PageHeadersIT {

  @ArquillianResource URL base;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/popup/",
        "/panel/?site=pk_demo_lumen&visitor=visitor-1",
        "/admin/?site=pk_demo_lumen",
        "/operator/",
        "/reference/"
      })
  void everyPageCarriesTheStrictHeaders(String page) {
    HttpResponse<String> answer = new Service(base).get(page);
    assertThat(answer.statusCode()).as(page).isEqualTo(200);
    assertThat(header(answer, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors", "object-src 'none'")
        .doesNotContain("unsafe-inline", "unsafe-eval");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Referrer-Policy")).isNotEmpty();
    assertThat(header(answer, "Permissions-Policy")).contains("camera=()", "microphone=()");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
  }

  @Test
  void onlyThePopupMayCaptureAScreen() {
    Service service = new Service(base);
    assertThat(header(service.get("/popup/"), "Permissions-Policy"))
        .contains("display-capture=(self)");
    assertThat(header(service.get("/operator/"), "Permissions-Policy"))
        .contains("display-capture=()");
  }

  @Test
  void popupAndOperatorPagesCannotBeFramed() {
    Service service = new Service(base);
    for (String page : new String[] {"/popup/", "/operator/"}) {
      assertThat(header(service.get(page), "Content-Security-Policy"))
          .contains("frame-ancestors 'none'");
    }
  }

  @Test
  void loaderMayBeUsedByAnyWebsite() {
    HttpResponse<String> answer = new Service(base).get("/visavis.js");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).contains("javascript");
    assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
