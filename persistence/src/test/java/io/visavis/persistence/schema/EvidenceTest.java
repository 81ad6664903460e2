package io.visavis.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryEngine
class EvidenceTest {
  @Parameter Engine engine;
  private Database database;

  @BeforeEach
  void oneRowOfEach() throws Exception {
    database = Database.open(engine.empty());
    Evidence.in(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"eligibility_event", "session_transition", "consent"})
  void aTableOfEvidenceRefusesUpdates(String table) throws Exception {
    assertThatThrownBy(() -> database.sql("update " + table + " set id = id + 1"))
        .hasMessageContaining("append-only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eligibility_event", "session_transition", "consent"})
  void aTableOfEvidenceRefusesDeletes(String table) throws Exception {
    assertThatThrownBy(() -> database.sql("delete from " + table))
        .hasMessageContaining("append-only");
    assertThat(database.count("select count(*) from " + table)).isEqualTo(1);
  }

  @Test
  void aSessionWithEvidenceCannotBeDeleted() throws Exception {
    assertThatThrownBy(() -> database.sql("delete from share_session"));
    assertThat(database.count("select count(*) from share_session")).isEqualTo(1);
  }

  @Test
  void theDatabaseItselfRefusesASecondOpenSessionOfAVisitor() {
    assertThatThrownBy(() -> database.sql(Evidence.openSession("s2")))
        .hasMessageContainingAll("share_session");
  }

  @Test
  void anEndedSessionWithoutAReasonIsRefused() {
    assertThatThrownBy(
            () -> database.sql("update share_session set state = 'ENDED', open_visitor_id = null"))
        .satisfies(
            thrown ->
                assertThat(thrown.getMessage().toLowerCase()).contains("share_session_ended"));
  }
}
