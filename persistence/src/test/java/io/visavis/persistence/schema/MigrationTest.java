package io.visavis.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Engine.class)
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

  @ParameterizedTest
  @ValueSource(strings = {"eligibility_event", "session_transition", "consent"})
  void aTableOfEvidenceRefusesToBeChangedOrEmptied(String table) throws Exception {
    try (var database = Database.open(engine.empty())) {
      evidence().forEach(row -> execute(database, row));
      var count = "select count(*) from " + table;
      assertThatThrownBy(() -> database.sql("update " + table + " set id = id + 1"))
          .hasMessageContaining("append-only");
      assertThatThrownBy(() -> database.sql("delete from " + table))
          .hasMessageContaining("append-only");
      assertThat(database.count(count)).isEqualTo(1);
    }
  }

  @Test
  void onPostgresqlTruncationOfEvidenceIsRefusedToo() {
    org.junit.jupiter.api.Assumptions.assumeTrue(engine == Engine.POSTGRESQL);
    assertThatThrownBy(() -> engine.database().sql("truncate consent"))
        .hasMessageContaining("append-only");
  }

  @Test
  void aDatabaseFileKeepsItsRowsAndItsRefusalsOverARestart(@TempDir Path folder) throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(engine == Engine.H2);
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + folder.resolve("visavis"));
    try (var first = Database.open(source)) {
      evidence().forEach(row -> execute(first, row));
    }
    try (var again = Database.open(source)) {
      assertThat(again.count("select count(*) from consent")).isEqualTo(1);
      assertThatThrownBy(() -> again.sql("delete from consent"))
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void theDatabaseItselfRefusesASecondOpenSessionOfAVisitor() throws Exception {
    try (var database = Database.open(engine.empty())) {
      evidence().forEach(row -> execute(database, row));
      assertThatThrownBy(() -> database.sql(session("s2"))).hasMessageContaining("open_visitor");
    }
  }

  private static Stream<String> evidence() {
    return Stream.of(
        "insert into account (id, site_key, name, search_text, site_origins, backoffice_origins,"
            + " eligible, ever_eligible) values ('a', 'pk', 'A', 'a', '', '', true, true)",
        "insert into eligibility_event (account_id, happened_at, actor, what)"
            + " values ('a', current_timestamp, 'operator', 'granted')",
        session("s1"),
        "insert into session_transition (session_id, session_version, what, actor, to_state,"
            + " happened_at) values ('s1', 0, 'AGENT_REQUESTS', 'AGENT', 'REQUESTED',"
            + " current_timestamp)",
        "insert into consent (session_id, account_id, visitor_id, capability, granted, given_at)"
            + " values ('s1', 'a', 'v', 'view', true, current_timestamp)");
  }

  private static String session(String id) {
    return "insert into share_session (id, version, account_id, visitor_id, open_visitor_id,"
        + " agent_id, agent_name, state, capturing, activated, requested_at) values ('"
        + id
        + "', 0, 'a', 'v', 'v', 'agent', 'Agent', 'REQUESTED', false, false, current_timestamp)";
  }

  private static void execute(Database database, String statement) {
    try {
      database.sql(statement);
    } catch (java.sql.SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
