package io.visavis.signaling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The walls of the signaling module. */
@AnalyzeClasses(
    packages = "io.visavis.signaling",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theSessionMachineKnowsOnlyJava =
      classes()
          .that()
          .resideInAPackage("..signaling.session..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "..signaling.session..");

  @ArchTest
  static final ArchRule featuresFormNoCycle =
      slices().matching("io.visavis.signaling.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule jsonIsReadAndWrittenByTheProtocolAndTheTokensAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages("..signaling.protocol..", "..signaling.token..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule tokensAreReadAndMintedInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("..signaling.token..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.jsonwebtoken..");

  @ArchTest
  static final ArchRule socketsAreKnownAtTheEdgeAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages("..signaling.endpoint..", "..signaling.container..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.websocket..", "jakarta.servlet..");

  @ArchTest
  static final ArchRule theContainersInsideIsReachedInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("..signaling.container..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.glassfish..", "org.apache.catalina..");

  @ArchTest
  static final ArchRule theContainersMendsKnowNothingElse =
      noClasses()
          .that()
          .resideInAPackage("..signaling.container..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..signaling.session..",
              "..signaling.broker..",
              "..signaling.protocol..",
              "..signaling.token..",
              "..signaling.account..",
              "..signaling.connection..",
              "..signaling.endpoint..");

  @ArchTest
  static final ArchRule nothingIsStoredHere =
      noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.persistence..");

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
