package io.visavis.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryEngine
class EvidenceTest {
  @Parameter Engine engine;
  private Database database;
  private Evidence evidence;

  @BeforeEach
  void oneRowOfEach() throws Exception {
    database = engine.database();
    evidence = Evidence.in(database);
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
    var before = database.count("select count(*) from " + table);
    assertThatThrownBy(() -> database.sql("delete from " + table))
        .hasMessageContaining("append-only");
    assertThat(database.count("select count(*) from " + table)).isEqualTo(before);
  }

  @Test
  void aSessionWithEvidenceCannotBeDeleted() throws Exception {
    var mine = " from share_session where id = '" + evidence.session() + "'";
    assertThatThrownBy(() -> database.sql("delete" + mine));
    assertThat(database.count("select count(*)" + mine)).isOne();
  }

  @Test
  void theDatabaseItselfRefusesASecondOpenSessionOfAVisitor() {
    refusedBy("share_session_open_visitor", evidence.openSession("second"));
  }

  @Test
  void anEndedSessionWithoutAReasonIsRefused() {
    var ended = "update share_session set state = 'ENDED', open_visitor_id = null where id = '";
    refusedBy("share_session_ended", ended + evidence.session() + "'");
  }

  private void refusedBy(String constraint, String statement) {
    assertThatThrownBy(() -> database.sql(statement))
        .extracting(thrown -> thrown.getMessage().toLowerCase(Locale.ROOT), STRING)
        .contains(constraint);
  }
}
