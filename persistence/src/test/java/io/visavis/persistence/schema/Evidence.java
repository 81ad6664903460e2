package io.visavis.persistence.schema;

import io.visavis.persistence.engine.Database;
import java.sql.SQLException;

/** One row in every table of evidence, written past the stores. */
final class Evidence {
  private Evidence() {}

  static void in(Database database) throws SQLException {
    database.sql(
        "insert into account (id, site_key, name, search_text, site_origins, backoffice_origins,"
            + " eligible, ever_eligible) values ('a', 'pk', 'A', 'a', '', '', true, true)");
    database.sql(
        "insert into eligibility_event (account_id, happened_at, actor, what)"
            + " values ('a', current_timestamp, 'operator', 'granted')");
    database.sql(openSession("s1"));
    database.sql(
        "insert into session_transition (session_id, session_version, what, actor, to_state,"
            + " happened_at) values ('s1', 0, 'AGENT_REQUESTS', 'AGENT', 'REQUESTED',"
            + " current_timestamp)");
    database.sql(
        "insert into consent (session_id, account_id, visitor_id, capability, granted, given_at)"
            + " values ('s1', 'a', 'v', 'view', true, current_timestamp)");
  }

  /** Inserts an open session of always the same visitor. */
  static String openSession(String id) {
    return "insert into share_session (id, version, account_id, visitor_id, open_visitor_id,"
        + " agent_id, agent_name, state, capturing, activated, requested_at) values ('"
        + id
        + "', 0, 'a', 'v', 'v', 'agent', 'Agent', 'REQUESTED', false, false, current_timestamp)";
  }
}
