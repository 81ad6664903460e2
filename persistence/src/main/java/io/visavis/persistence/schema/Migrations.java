package io.visavis.persistence.schema;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the database up to date as soon as Hibernate has its data source, and so before Hibernate
 * compares its mappings with the tables. A migration that fails stops the start.
 */
public final class Migrations implements Integrator {
  private static final Logger LOG = System.getLogger(Migrations.class.getName());

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
    var connections = factory.getServiceRegistry().requireService(ConnectionProvider.class);
    // A factory on a bare driver URL is no deployment of the product: its maker sees to the tables.
    if (connections.isUnwrappableAs(DataSource.class)) {
      migrate(connections.unwrap(DataSource.class));
    }
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
    // Nothing is held open.
  }

  /**
   * Runs what is missing of {@code db/migration} and of the database's own {@code db/vendor/…}.
   *
   * @throws org.flywaydb.core.api.FlywayException if a migration fails or a migration that ran was
   *     changed since
   * @throws IllegalStateException if the database is neither H2 nor PostgreSQL, or cannot be
   *     reached
   */
  static void migrate(DataSource source) {
    var result =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:db/migration", "classpath:db/vendor/" + vendor(source))
            // The reference host counts from V100, Visavis from V1: a new V3 comes after V100 ran.
            .outOfOrder(true)
            .load()
            .migrate();
    LOG.log(
        Level.INFO,
        "Database schema is at version {0}; migrations run now: {1}",
        result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion,
        result.migrationsExecuted);
  }

  private static String vendor(DataSource source) {
    try (Connection connection = source.getConnection()) {
      var name = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
      return switch (name) {
        case "h2", "postgresql" -> name;
        default ->
            throw new IllegalStateException(
                "visavis.database.url leads to "
                    + name
                    + "; Visavis runs on H2 (one node) and on PostgreSQL");
      };
    } catch (SQLException cause) {
      throw new IllegalStateException(
          "The database of visavis.database.url cannot be reached: " + cause.getMessage(), cause);
    }
  }
}
