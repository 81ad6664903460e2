package io.visavis.backoffice.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The data source of web.xml: takes the driver that fits the URL, so that three values move the
 * same WAR to another database. Payara pools its connections.
 *
 * <p>A connection that fails says which setting to look at; the password is never part of it.
 */
public final class ConfiguredDataSource implements DataSource {
  private static final System.Logger LOG = System.getLogger(ConfiguredDataSource.class.getName());
  private static final String H2 = "jdbc:h2:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  private String url = "";
  private String user = "";
  private String password = "";
  private int loginTimeout;
  private volatile boolean reached;

  /** JDBC URL of H2 or PostgreSQL. */
  public void setUrl(String url) {
    this.url = url;
  }

  public String getUrl() {
    return url;
  }

  public void setUser(String user) {
    this.user = user;
  }

  public String getUser() {
    return user;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(user, password);
  }

  @Override
  public Connection getConnection(String name, String secret) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", name);
    properties.setProperty("password", secret);
    try {
      var connection = driver().connect(url, properties);
      if (connection == null) {
        throw unknownVendor();
      }
      reached = true;
      return connection;
    } catch (SQLException e) {
      throw explained(e);
    }
  }

  private SQLException explained(SQLException cause) {
    var sentence =
        "No connection to the database at visavis.database.url “"
            + shown()
            + "”: "
            + cause.getMessage()
            + " Check that it runs and that visavis.database.url, .user and .password fit.";
    if (!reached) {
      // Hibernate and the pool bury the cause under their own; at the start it stops everything.
      LOG.log(System.Logger.Level.ERROR, "Visavis cannot start: {0}", sentence);
    }
    return new SQLException(sentence, cause.getSQLState(), cause.getErrorCode(), cause);
  }

  private Driver driver() throws SQLException {
    if (url.startsWith(H2)) {
      return new org.h2.Driver();
    }
    if (url.startsWith(POSTGRESQL)) {
      return new org.postgresql.Driver();
    }
    throw unknownVendor();
  }

  private SQLException unknownVendor() {
    return new SQLException(
        "visavis.database.url is “"
            + shown()
            + "”, but must start with "
            + H2
            + " or "
            + POSTGRESQL);
  }

  /** The URL without its parameters, which may hold secrets. */
  private String shown() {
    return url.split("[?;]", 2)[0];
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    loginTimeout = seconds;
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // JDBC's own tracing is not offered; the drivers log through java.util.logging.
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("use the driver's logger");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("not a wrapper of " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
