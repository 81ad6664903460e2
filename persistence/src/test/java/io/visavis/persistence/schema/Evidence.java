package io.visavis.persistence.schema;

import io.visavis.persistence.engine.Database;
import java.sql.SQLException;
import java.util.UUID;

/** An account with an open session and one row in every table of evidence, past the stores. */
record Evidence(String account, String session) {

  static Evidence in(Database database) throws SQLException {
    var made = new Evidence(UUID.randomUUID().toString(), UUID.randomUUID().toString());
    for (var statement : made.statements()) {
      database.sql(statement);
    }
    return made;
  }

  private String[] statements() {
    return """
        insert into account (id, site_key, name, search_text, site_origins, backoffice_origins,
          eligible, ever_eligible) values ('$a', '$a', '', '', '', '', true, true);
        insert into eligibility_event (account_id, happened_at, actor, what)
          values ('$a', current_timestamp, 'operator', 'granted');
        $open;
        insert into session_transition (session_id, session_version, what, actor, to_state,
          happened_at) values ('$s', 0, 'AGENT_REQUESTS', 'AGENT', 'REQUESTED', current_timestamp);
        insert into consent (session_id, account_id, visitor_id, capability, granted, given_at)
          values ('$s', '$a', 'v', 'view', true, current_timestamp)
        """
        .replace("$open", openSession(session))
        .replace("$a", account)
        .replace("$s", session)
        .split(";");
  }

  /** Inserts an open session of always the same visitor. */
  String openSession(String id) {
    return """
        insert into share_session (id, version, account_id, visitor_id, open_visitor_id, agent_id,
          agent_name, state, capturing, activated, requested_at) values ('%s', 0, '%s', 'v', 'v',
          'agent', 'Agent', 'REQUESTED', false, false, current_timestamp)
        """
        .formatted(id, account);
  }
}
