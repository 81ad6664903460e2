package io.visavis.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryEngine
class MigrationTest {
  @Parameter Engine engine;

  @Test
  void anEmptyDatabaseBecomesOneThatHibernateAccepts() throws Exception {
    var source = engine.empty();
    try (var first = Database.open(source)) {
      assertThat(first.count("select count(*) from share_session")).isZero();
    }
  }

  @Test
  void aSecondStartFindsNothingToDo() throws Exception {
    var source = engine.empty();
    Database.open(source).close();
    try (var again = Database.open(source)) {
      assertThat(again.count("select count(*) from account")).isZero();
    }
  }

  @Test
  void hibernateRefusesADatabaseThatLacksAColumn() throws Exception {
    var source = engine.empty();
    try (var first = Database.open(source)) {
      first.sql("alter table share_session drop column surface");
    }
    assertThatThrownBy(() -> Database.open(source)).rootCause().hasMessageContaining("surface");
  }
}
