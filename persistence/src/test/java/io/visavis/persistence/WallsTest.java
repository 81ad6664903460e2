package io.visavis.persistence;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.answer.AnswerStore;
import io.visavis.signaling.policy.PolicyStore;
import io.visavis.signaling.session.SessionStore;
import io.visavis.signaling.token.TicketStore;
import io.visavis.signaling.visitor.VisitorStore;
import io.visavis.signaling.webhook.WebhookStore;
import io.visavis.signaling.website.WebsiteStore;
import jakarta.persistence.Entity;

@AnalyzeClasses(
    packages = {"io.visavis.persistence", "io.visavis.signaling"},
    importOptions = DoNotIncludeTests.class)
class WallsTest {

  @ArchTest
  static final ArchRule databaseIsKnownHereOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.visavis.persistence..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "jakarta.persistence..",
                  "org.hibernate..",
                  "org.flywaydb..",
                  "java.sql..",
                  "javax.sql..",
                  "io.visavis.persistence.."))
          .because("signaling declares ports and does not know how they are kept");

  @ArchTest
  static final ArchRule entitiesStayInTheirPackage =
      classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule storesAreReachedByTheirPortsOnly =
      classes()
          .that(
              resideInAPackage("io.visavis.persistence..")
                  .and(
                      DescribedPredicate.or(
                          assignableTo(SessionStore.class),
                          assignableTo(AccountStore.class),
                          assignableTo(TicketStore.class),
                          assignableTo(WebhookStore.class),
                          assignableTo(AnswerStore.class),
                          assignableTo(VisitorStore.class),
                          assignableTo(PolicyStore.class),
                          assignableTo(WebsiteStore.class))))
          .should()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule featuresLeanOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("session")
          .definedBy("io.visavis.persistence.session")
          .layer("account")
          .definedBy("io.visavis.persistence.account")
          .layer("ticket")
          .definedBy("io.visavis.persistence.ticket")
          .layer("website")
          .definedBy("io.visavis.persistence.website")
          .layer("visitor")
          .definedBy("io.visavis.persistence.visitor")
          .layer("policy")
          .definedBy("io.visavis.persistence.policy")
          .layer("answer")
          .definedBy("io.visavis.persistence.answer")
          .layer("webhook")
          .definedBy("io.visavis.persistence.webhook")
          .layer("schema")
          .definedBy("io.visavis.persistence.schema")
          .layer("reference host")
          .definedBy("io.visavis.persistence.reference")
          .whereLayer("session")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ticket")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("reference host")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("account")
          .mayOnlyBeAccessedByLayers("session", "answer", "policy", "visitor", "website")
          .whereLayer("website")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("visitor")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("policy")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("answer")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("webhook")
          .mayOnlyBeAccessedByLayers("session", "account", "website")
          .whereLayer("schema")
          .mayOnlyBeAccessedByLayers(
              "session", "account", "ticket", "webhook", "answer", "website", "policy", "visitor");

  @ArchTest
  static final ArchRule theReferenceHostKnowsNothingOfVisavis =
      noClasses()
          .that()
          .resideInAPackage("io.visavis.persistence.reference..")
          .should()
          .dependOnClassesThat(resideInAPackage("io.visavis.signaling.."));

  @ArchTest
  static final ArchRule noPackageIsNamedAfterNothing =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..impl..", "..dto..", "..util..", "..common..", "..service..", "..model..");

  @ArchTest
  static final ArchRule nothingPrints =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
