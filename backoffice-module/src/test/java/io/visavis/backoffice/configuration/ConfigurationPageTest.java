package io.visavis.backoffice.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * docs/configuration.md is the file of defaults as a page; {@code -Dvisavis.docs.write} writes it.
 */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("../docs/configuration.md");
  private static final String HEAD =
      """
      # Configuration

      <!-- Made from backoffice-module/src/main/resources/META-INF/microprofile-config.properties:
           mvn -pl backoffice-module -am test -Dtest=ConfigurationPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dvisavis.docs.write=true -->

      Every setting is a MicroProfile Config key: an environment variable (in capitals, every other character than
      letters and digits written `_`), a Java system property or a properties file overrides the default. A missing or bad
      value stops the start with a sentence that names the key, the value and the remedy. Durations are ISO 8601.
      """;

  @Test
  void thePageSaysWhatTheFileOfDefaultsSays() throws IOException {
    var page = page();
    if (Boolean.getBoolean("visavis.docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).content().isEqualTo(page);
  }

  @Test
  void everyKeyHasAComment() {
    assertThat(PropertiesFile.entries())
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.comment()).as(entry.key()).isNotBlank());
  }

  private static String page() {
    var text = new StringBuilder(HEAD);
    var section = "";
    for (var entry : PropertiesFile.entries()) {
      if (!entry.section().equals(section)) {
        section = entry.section();
        text.append("\n## ")
            .append(section)
            .append("\n\n| key | default | meaning |\n|---|---|---|\n");
      }
      var value = entry.value().map(v -> v.isEmpty() ? "empty" : "`" + v + "`").orElse("none");
      text.append(
          "| `%s` | %s | %s |%n"
              .formatted(entry.key(), value, entry.comment().replace("|", "\\|")));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
