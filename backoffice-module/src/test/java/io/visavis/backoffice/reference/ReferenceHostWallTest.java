package io.visavis.backoffice.reference;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.visavis", importOptions = DoNotIncludeTests.class)
class ReferenceHostWallTest {
  private static final String HOST = "io.visavis.backoffice.reference..";
  private static final String ITS_TABLES = "io.visavis.persistence.reference..";

  @ArchTest
  static final ArchRule theReferenceHostKnowsNothingOfTheInside =
      classes()
          .that()
          .resideInAPackage(HOST)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              HOST,
              ITS_TABLES,
              "java..",
              "javax.crypto..",
              "jakarta..",
              "org.eclipse.microprofile..",
              "com.fasterxml.jackson..",
              "io.jsonwebtoken..");

  @ArchTest
  static final ArchRule nothingOfTheInsideKnowsTheReferenceHost =
      noClasses()
          .that()
          .resideOutsideOfPackages(HOST, ITS_TABLES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(HOST, ITS_TABLES);

  @ArchTest
  static final ArchRule theReferenceTablesDependOnNothingElseOfVisavis =
      noClasses()
          .that()
          .resideInAPackage(ITS_TABLES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.visavis.signaling..", "io.visavis.backoffice..");
}
