package io.visavis.backoffice.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.backoffice.VisavisApplication;
import io.visavis.backoffice.idempotency.Idempotent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/openapi.yaml describes the routes of the authorization table, each with its token. */
class OpenApiTest {
  private static final Path DOCUMENT = Path.of("../docs/openapi.yaml");
  private static final Pattern PATH = Pattern.compile(" {2}(/\\S+):");
  private static final Pattern METHOD = Pattern.compile(" {4}(get|post|put|delete):");

  @Test
  void everyRouteIsDescribedAndNothingElse() throws IOException {
    var expected =
        Arrays.stream(Route.values())
            .filter(route -> route != Route.VISITOR_TOKEN_PREFLIGHT)
            .collect(Collectors.toMap(Route::toString, OpenApiTest::security));

    assertThat(described()).containsExactlyInAnyOrderEntriesOf(expected);
  }

  private static String security(Route route) {
    if (route.forAnyone()) {
      return "none";
    }
    return route.forOperator() ? "operator" : "agent";
  }

  private static Map<String, String> described() throws IOException {
    var operations = new LinkedHashMap<String, String>();
    var path = "";
    var operation = "";
    for (var line : paths()) {
      var newPath = PATH.matcher(line);
      var method = METHOD.matcher(line);
      if (newPath.matches()) {
        path = newPath.group(1);
      } else if (method.matches()) {
        operation = method.group(1).toUpperCase(java.util.Locale.ROOT) + " " + path;
        operations.put(operation, "agent");
      } else if (line.equals("      security: []")) {
        operations.put(operation, "none");
      } else if (line.equals("      security: [{ operator: [] }]")) {
        operations.put(operation, "operator");
      }
    }
    return operations;
  }

  @Test
  void everyRequestThatMayBeRepeatedUnderItsKeySaysSo() throws IOException {
    var expected =
        new VisavisApplication()
            .getClasses().stream()
                .flatMap(
                    resource ->
                        Arrays.stream(resource.getDeclaredMethods())
                            .filter(method -> method.isAnnotationPresent(Idempotent.class))
                            .map(method -> Route.of(resource, method).orElseThrow().toString()))
                .toList();

    assertThat(expected).isNotEmpty();
    assertThat(withIdempotencyKey()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> withIdempotencyKey() throws IOException {
    var found = new ArrayList<String>();
    var path = "";
    var operation = "";
    for (var line : paths()) {
      var newPath = PATH.matcher(line);
      var method = METHOD.matcher(line);
      if (newPath.matches()) {
        path = newPath.group(1);
      } else if (method.matches()) {
        operation = method.group(1).toUpperCase(java.util.Locale.ROOT) + " " + path;
      } else if (line.contains("#/components/parameters/IdempotencyKey")) {
        found.add(operation);
      }
    }
    return found;
  }

  private static List<String> paths() throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .dropWhile(line -> !line.equals("paths:"))
        .takeWhile(line -> !line.equals("security:"))
        .toList();
  }
}
