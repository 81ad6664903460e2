package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route × every role of both accounts × what is the account's own, the other account's, and
 * what never was. The rows are those of the authorization table in the WAR.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RouteMatrixIT {

  private static TwoCompanies stage;
  private static RouteCalls calls;
  private static List<Person> people;

  @ArquillianResource URL base;

  @BeforeEach
  void bothCompaniesShare() {
    if (stage == null) {
      stage = new TwoCompanies(new Service(base));
      calls = new RouteCalls(stage);
      people = everybody();
    }
  }

  @AfterAll
  static void everybodyGoesHome() {
    if (stage != null) {
      stage.close();
      stage = null;
    }
  }

  /** A caller; {@code role} is a name of the table or empty, {@code company} the token's. */
  private record Person(String name, Company company, String role, String token) {

    boolean may(WarTables.Route route) {
      return route.forAnyone() || route.roles().contains(role);
    }

    @Override
    public String toString() {
      return name + " of " + company.siteKey();
    }
  }

  static Stream<WarTables.Route> routes() {
    return WarTables.routes().stream();
  }

  static Stream<WarTables.Route> guarded() {
    return routes().filter(route -> !route.forAnyone());
  }

  static Stream<WarTables.Route> ofAgents() {
    return guarded().filter(route -> !route.forOperator());
  }

  @Test
  void tableIsFound() {
    assertThat(routes()).isNotEmpty();
    assertThat(guarded()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void whoMayNotCallItLearnsNothing(WarTables.Route route) {
    for (Person person : people) {
      if (!person.may(route)) {
        Answer own = calls.about(route, calls.specimen(route, person.company()), person.token());
        assertThat(own.status()).as("%s", person).isIn(401, 403);
        for (Specimen other : others(route, person)) {
          assertThat(calls.about(route, other, person.token()))
              .as("%s, %s", person, other)
              .isEqualTo(own);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ofAgents")
  void foreignAndUnknownAreAnsweredAlike(WarTables.Route route) {
    for (Person person : people) {
      if (person.may(route)) {
        Answer unknown =
            calls.about(route, calls.specimen(route, person.company()).unknown(), person.token());
        if (route.namesSomething()) {
          assertThat(unknown.status()).as("%s", person).isBetween(400, 499);
        }
        for (Specimen other : others(route, person)) {
          assertThat(calls.about(route, other, person.token()))
              .as("%s, %s", person, other)
              .isEqualTo(unknown);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void ownIsReachedByWhoMayCallIt(WarTables.Route route) {
    for (Company company : stage.companies()) {
      people.stream()
          .filter(person -> person.company() == company && person.may(route))
          .findFirst()
          .ifPresent(
              person -> {
                Specimen own = calls.freshSpecimen(route, company);
                int status = calls.about(route, own, person.token()).status();
                assertThat(status).as("%s", person).isNotIn(401, 403, 404).isLessThan(500);
                if (calls.known(route)) {
                  assertThat(status).as("%s", person).isNotEqualTo(400);
                }
              });
    }
  }

  /**
   * What is not that person's: of the other account and unknown; narrowed tokens see no sibling.
   */
  private static List<Specimen> others(WarTables.Route route, Person person) {
    Specimen own = calls.specimen(route, person.company());
    List<Specimen> all = new ArrayList<>();
    all.add(own.unknown());
    all.add(calls.specimen(route, stage.other(person.company())));
    if (person.name().contains("narrowed")) {
      all.add(calls.sibling(route, person.company()));
    }
    return all;
  }

  private static List<Person> everybody() {
    List<Person> all = new ArrayList<>();
    String operator = stage.operatorToken();
    for (Company company : stage.companies()) {
      Share share = stage.of(company);
      String visitor = stage.service().visitorToken(company, share.visitorId);
      all.add(new Person("nobody", company, "", ""));
      all.add(new Person("visitor", company, "", visitor));
      all.add(new Person("popup", company, "", share.popupToken));
      all.add(new Person("agent", company, "AGENT", agent(company, body -> {})));
      all.add(
          new Person("admin", company, "ADMIN", agent(company, body -> body.put("role", "admin"))));
      all.add(
          new Person(
              "agent narrowed to a visitor",
              company,
              "AGENT",
              agent(company, body -> body.put("visitor", share.visitorId))));
      all.add(new Person("operator", company, "OPERATOR", operator));
    }
    return all;
  }

  private static String agent(Company company, Consumer<ObjectNode> claims) {
    return AgentToken.of(company, claims);
  }
}
