package io.visavis.persistence.schema;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * Lets go of a row of evidence on H2 only with its session: when that has ended and stands in
 * {@code retention_pass}. The migration names this class, so it must keep its name.
 */
public final class RetentionTrigger implements Trigger {
  private static final String PASS =
      "select 1 from retention_pass p join share_session s on s.id = p.session_id"
          + " where p.session_id = ? and s.state = 'ENDED'";

  private String table;
  private int sessionId;

  @Override
  public void init(
      Connection connection,
      String schema,
      String trigger,
      String tableName,
      boolean before,
      int type)
      throws SQLException {
    table = tableName;
    try (var columns = connection.getMetaData().getColumns(null, schema, tableName, "SESSION_ID")) {
      if (!columns.next()) {
        throw new SQLException("table " + tableName + " has no column session_id");
      }
      sessionId = columns.getInt("ORDINAL_POSITION") - 1;
    }
  }

  @Override
  public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
    try (var pass = connection.prepareStatement(PASS)) {
      pass.setObject(1, oldRow[sessionId]);
      try (var found = pass.executeQuery()) {
        if (!found.next()) {
          // The state that PostgreSQL's trigger answers with, so that both databases tell the same.
          throw new SQLException("table " + table + " is append-only", "23001");
        }
      }
    }
  }
}
