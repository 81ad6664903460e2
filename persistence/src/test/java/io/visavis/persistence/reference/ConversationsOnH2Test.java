package io.visavis.persistence.reference;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ConversationsOnH2Test extends ConversationsContract {
  private static SessionFactory sessions;

  @BeforeAll
  static void open() {
    sessions = ReferenceTables.open("jdbc:h2:mem:reference;DB_CLOSE_DELAY=-1", "sa", "");
  }

  @AfterAll
  static void close() {
    sessions.close();
  }

  @Override
  SessionFactory sessions() {
    return sessions;
  }
}
