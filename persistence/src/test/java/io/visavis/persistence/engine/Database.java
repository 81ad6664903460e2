package io.visavis.persistence.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The persistence unit of the product on one database, with transactions of its own instead of the
 * container's.
 */
public record Database(DataSource source, EntityManagerFactory factory) implements AutoCloseable {

  /** Migrates, validates and opens. */
  public static Database open(DataSource source) {
    var settings =
        Map.<String, Object>of(
            "jakarta.persistence.transactionType",
            "RESOURCE_LOCAL",
            "jakarta.persistence.nonJtaDataSource",
            source);
    return new Database(source, Persistence.createEntityManagerFactory("visavis", settings));
  }

  /** Runs {@code work} in one transaction; a thrown exception rolls it back. */
  public <T> T in(Function<EntityManager, T> work) throws Exception {
    try (EntityManager entities = factory.createEntityManager()) {
      return inTransaction(entities, () -> work.apply(entities));
    }
  }

  /** A store each of whose calls is a transaction of its own, as the container would have it. */
  public <S> S store(Class<S> port, Function<EntityManager, S> make) {
    InvocationHandler eachCall =
        (proxy, method, arguments) -> {
          try (EntityManager entities = factory.createEntityManager()) {
            return inTransaction(entities, () -> method.invoke(make.apply(entities), arguments));
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        };
    return port.cast(
        Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, eachCall));
  }

  private static <T> T inTransaction(EntityManager entities, Callable<T> work) throws Exception {
    var transaction = entities.getTransaction();
    transaction.begin();
    try {
      var result = work.call();
      transaction.commit();
      return result;
    } finally {
      if (transaction.isActive()) {
        transaction.rollback();
      }
    }
  }

  /** Runs one statement past Hibernate; returns how many rows it touched. */
  public int sql(String statement) throws SQLException {
    try (var connection = source.getConnection();
        var plain = connection.createStatement()) {
      return plain.executeUpdate(statement);
    }
  }

  /** The one number that a query past Hibernate gives. */
  public long count(String query) throws SQLException {
    try (var connection = source.getConnection();
        var plain = connection.createStatement();
        var rows = plain.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
