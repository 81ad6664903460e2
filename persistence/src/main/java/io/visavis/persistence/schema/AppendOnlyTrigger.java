package io.visavis.persistence.schema;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * Refuses every change to an existing row on H2, which has no triggers in SQL. The migration names
 * this class, so it must keep its name.
 */
public final class AppendOnlyTrigger implements Trigger {
  private String table;

  @Override
  public void init(
      Connection connection,
      String schema,
      String trigger,
      String tableName,
      boolean before,
      int type) {
    table = tableName;
  }

  @Override
  public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
    // The state that PostgreSQL's trigger answers with, so that both databases tell the same.
    throw new SQLException("table " + table + " is append-only", "23001");
  }
}
