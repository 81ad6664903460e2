package io.visavis.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.visavis.persistence.engine.Engine;
import jakarta.persistence.Entity;
import jakarta.persistence.metamodel.EntityType;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MappedClassesTest {

  @Test
  void everyEntityIsListedInThePersistenceUnit() {
    var written =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.visavis.persistence")
                .stream()
                .filter(type -> type.isAnnotatedWith(Entity.class))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    assertThat(Engine.H2.database().factory().getMetamodel().getEntities())
        .extracting(EntityType::getJavaType)
        .extracting(Class::getName)
        .containsExactlyInAnyOrderElementsOf(written);
  }
}
