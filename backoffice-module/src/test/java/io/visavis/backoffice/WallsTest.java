package io.visavis.backoffice;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls inside the composition root. */
@AnalyzeClasses(
    packages = "io.visavis.backoffice",
    importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
  private static final String REFERENCE = "io.visavis.backoffice.reference..";

  @ArchTest
  static final ArchRule featuresDoNotDependOnEachOtherInCircles =
      slices().matching("io.visavis.backoffice.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theReferenceHostReachesNothingOfVisavis =
      noClasses()
          .that()
          .resideInAPackage(REFERENCE)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.visavis..")
                  .and(
                      com.tngtech.archunit.base.DescribedPredicate.not(
                          resideInAnyPackage(REFERENCE, "io.visavis.persistence.reference.."))));

  @ArchTest
  static final ArchRule visavisReachesNothingOfTheReferenceHost =
      noClasses()
          .that()
          .resideOutsideOfPackage(REFERENCE)
          .should()
          .dependOnClassesThat(
              resideInAPackage(REFERENCE)
                  .or(resideInAPackage("io.visavis.persistence.reference..")));

  @ArchTest
  static final ArchRule whatIsStoredIsReachedThroughThePortsOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(REFERENCE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.persistence..", "org.hibernate..", "io.visavis.persistence..");

  @ArchTest
  static final ArchRule tablesAreReachedThroughPersistenceOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.visavis.backoffice.database..", "io.visavis.backoffice.health..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule nothingWritesToTheConsole = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule packagesAreNamedAfterFeatures =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..impl..", "..dto..", "..util..", "..common..", "..service..", "..model..");
}
