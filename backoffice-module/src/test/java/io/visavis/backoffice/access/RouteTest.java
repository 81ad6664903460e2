package io.visavis.backoffice.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.backoffice.VisavisApplication;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouteTest {
  private static final Set<Class<?>> RESOURCES =
      new VisavisApplication()
          .getClasses().stream()
              .filter(type -> type.isAnnotationPresent(Path.class))
              .collect(Collectors.toSet());

  @Test
  void everyResourceMethodStandsInTheTable() {
    assertThat(methods())
        .isNotEmpty()
        .allSatisfy(
            method ->
                assertThat(Route.of(method.getDeclaringClass(), method))
                    .as("%s", method)
                    .isPresent());
  }

  @Test
  void everyRowOfTheTableIsServed() {
    var served =
        methods().stream()
            .map(method -> Route.of(method.getDeclaringClass(), method))
            .flatMap(Optional::stream)
            .toList();

    assertThat(served)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Route.class));
  }

  @Test
  void everyRouteHasOneKindOfToken() {
    assertThat(Route.values())
        .allSatisfy(
            route -> {
              if (route.forAnyone() || route.forOperator()) {
                assertThat(route.roles()).hasSize(1);
              } else {
                assertThat(route.roles()).isSubsetOf(Role.AGENT, Role.ADMIN);
              }
            });
  }

  private static List<Method> methods() {
    return RESOURCES.stream().flatMap(RouteTest::methods).toList();
  }

  private static Stream<Method> methods(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .filter(
            method ->
                Arrays.stream(method.getAnnotations())
                    .anyMatch(
                        found -> found.annotationType().isAnnotationPresent(HttpMethod.class)));
  }
}
