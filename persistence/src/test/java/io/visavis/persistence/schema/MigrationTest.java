package io.visavis.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
  void whatWasDecidedAboutTheWebsiteIsTheFirstVersionOfThePolicy() throws Exception {
    var source = migratedTo("7");
    try (var connection = source.getConnection();
        var old = connection.createStatement()) {
      old.execute(
          "insert into account (id, site_key, name, search_text, site_origins, backoffice_origins,"
              + " eligible, ever_eligible) values ('a', 'pk', '', '', '', '', true, true)");
      old.execute("insert into website_policy values ('a', true, false)");
    }
    try (var now = Database.open(source)) {
      assertThat(
              now.count(
                  "select count(*) from account_policy where account_id = 'a' and version = 1"
                      + " and signed_visitors_only and not visitors_may_ask and surface = 'any'"
                      + " and languages = 'fr,en' and agents = '' and decided_by is null"))
          .isOne();
    }
  }

  @Test
  void whatIsOpenGoesOnUnderTheRuleThatStood() throws Exception {
    var source = migratedTo("10");
    try (var connection = source.getConnection();
        var old = connection.createStatement()) {
      for (var account : List.of("on", "off", "none")) {
        old.execute(
            "insert into account (id, site_key, name, search_text, site_origins,"
                + " backoffice_origins, eligible, ever_eligible)"
                + " values ('%1$s', '%1$s', '', '', '', '', true, true)".formatted(account));
        old.execute(
            "insert into share_session (id, version, account_id, visitor_id, open_visitor_id,"
                + " agent_id, agent_name, state, capturing, activated, requested_at, by_link)"
                + " values ('%1$s', 0, '%1$s', 'v', 'v', 'a', 'A', 'REQUESTED', false, false,"
                    .formatted(account)
                + " current_timestamp, false)");
      }
      var decided =
          "insert into account_policy (account_id, version, decided_at, requests_from, agents,"
              + " signed_visitors_only, visitors_may_ask, surface, relay_only, languages)"
              + " values ('%s', %s, current_timestamp, 'every-agent', '', false, false, 'any', %s,"
              + " 'fr')";
      old.execute(decided.formatted("on", 1, false));
      old.execute(decided.formatted("on", 2, true));
      old.execute(decided.formatted("off", 1, true));
      old.execute(decided.formatted("off", 2, false));
    }
    try (var now = Database.open(source)) {
      assertThat(now.count("select count(*) from share_session where relay_only")).isOne();
      assertThat(now.count("select count(*) from share_session where id = 'on' and relay_only"))
          .isOne();
    }
  }

  private DataSource migratedTo(String version) throws Exception {
    var source = engine.empty();
    var vendor = engine == Engine.H2 ? "h2" : "postgresql";
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
        .target(version)
        .load()
        .migrate();
    return source;
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
