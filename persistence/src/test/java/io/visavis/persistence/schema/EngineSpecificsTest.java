package io.visavis.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSpecificsTest {

  @Test
  void onPostgresqlTruncationOfEvidenceIsRefusedToo() {
    assertThatThrownBy(() -> Engine.POSTGRESQL.database().sql("truncate consent"))
        .hasMessageContaining("append-only");
  }

  @Test
  void onH2AWriterWaitsForARowLongerThanTheTwoSecondsAsShipped() throws Exception {
    var timeout =
        "select cast(setting_value as integer) from information_schema.settings"
            + " where setting_name = 'DEFAULT_LOCK_TIMEOUT'";
    assertThat(Engine.H2.database().count(timeout)).isEqualTo(10_000);
  }

  @Test
  void anH2FileKeepsItsRowsAndItsRefusalsOverARestart(@TempDir Path folder) throws Exception {
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + folder.resolve("visavis"));
    try (var first = Database.open(source)) {
      Evidence.in(first);
    }
    try (var again = Database.open(source)) {
      assertThat(again.count("select count(*) from consent")).isEqualTo(1);
      assertThatThrownBy(() -> again.sql("delete from consent"))
          .hasMessageContaining("append-only");
    }
  }
}
