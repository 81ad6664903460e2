package io.visavis.persistence.reference;

import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** A database with the migrations applied, and Hibernate on it checking the mapping. */
final class ReferenceTables {
  private ReferenceTables() {}

  static SessionFactory open(String url, String user, String password) {
    Flyway.configure().dataSource(url, user, password).load().migrate();
    return new Configuration()
        .addAnnotatedClass(VisitorRow.class)
        .addAnnotatedClass(MessageRow.class)
        .setProperty("jakarta.persistence.jdbc.url", url)
        .setProperty("jakarta.persistence.jdbc.user", user)
        .setProperty("jakarta.persistence.jdbc.password", password)
        .setProperty("hibernate.hbm2ddl.auto", "validate")
        .buildSessionFactory();
  }
}
