package io.visavis.persistence.reference;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ConversationsOnPostgresTest extends ConversationsContract {
  private static EmbeddedPostgres postgres;
  private static SessionFactory sessions;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start();
    String url = postgres.getJdbcUrl("postgres", "postgres");
    sessions = ReferenceTables.open(url, "postgres", "postgres");
  }

  @AfterAll
  static void close() throws IOException {
    sessions.close();
    postgres.close();
  }

  @Override
  SessionFactory sessions() {
    return sessions;
  }
}
