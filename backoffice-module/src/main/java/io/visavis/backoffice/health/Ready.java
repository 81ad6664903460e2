package io.visavis.backoffice.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The application reaches its database, and is not about to stop. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
  private static final int SECONDS = 2;

  @Resource(lookup = "java:app/jdbc/visavis")
  private DataSource database;

  private volatile boolean stopping;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("visavis-database").status(!stopping && answers()).build();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    stopping = true;
  }

  private boolean answers() {
    try (var connection = database.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException e) {
      System.getLogger(Ready.class.getName())
          .log(System.Logger.Level.WARNING, "Not ready: {0}", e.getMessage());
      return false;
    }
  }
}
