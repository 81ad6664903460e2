package io.visavis.persistence.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * The databases that Visavis runs on. Each is started once per JVM, at first use, empty; tests that
 * share it keep apart by ids of their own.
 */
public enum Engine {
  H2 {
    @Override
    ConnectionPoolDataSource create() {
      var source = new JdbcDataSource();
      source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
      source.setUser("visavis");
      source.setPassword("visavis");
      return source;
    }
  },
  POSTGRESQL {
    @Override
    ConnectionPoolDataSource create() {
      var name = "visavis_" + UUID.randomUUID().toString().replace("-", "");
      try (var connection = Server.INSTANCE.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + name + " encoding 'UTF8' template template0");
      } catch (SQLException cause) {
        throw new IllegalStateException(cause);
      }
      var source = new PGConnectionPoolDataSource();
      source.setUrl(Server.INSTANCE.getJdbcUrl("postgres", name));
      return source;
    }
  };

  private Database shared;

  abstract ConnectionPoolDataSource create();

  /** A database of this engine in which nothing was ever created. */
  public final DataSource empty() {
    // H2's small pool takes the connections of any vendor.
    return JdbcConnectionPool.create(create());
  }

  /** The migrated database that the tests of this JVM share. */
  public final synchronized Database database() {
    if (shared == null) {
      shared = Database.open(empty());
    }
    return shared;
  }

  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private Server() {}

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      }
    }
  }
}
