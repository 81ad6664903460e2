package io.visavis.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.persistence.engine.Database;
import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.Trigger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Transitions and the events that tell of them are stored together. */
@OnEveryEngine
class SessionEventsTest {
  @Parameter Engine engine;
  private Database database;
  private Shares shares;

  @BeforeEach
  void anAccountWithAnEndpoint() throws SQLException {
    database = engine.database();
    shares = new Shares(database);
    database.sql(
        "insert into webhook_endpoint (id, account_id, url, events, status, secret, created_at)"
            + " values ('%s', '%s', 'https://hooks.example.com/', '', 'ENABLED', 'whsec_', now())"
                .formatted(UUID.randomUUID(), shares.account));
  }

  @Test
  void wholeShareTellsEachOfItsStepsOnce() throws SQLException {
    var session = shares.live("visitor-1");
    session = shares.won(session, Occurrence.of(Trigger.VISITOR_PAUSES));
    session = shares.won(session, Occurrence.of(Trigger.VISITOR_RESUMES));
    shares.won(session, Occurrence.of(Trigger.VISITOR_STOPS));

    assertThat(told())
        .containsExactly(
            "share.requested",
            "share.accepted",
            "share.live",
            "share.paused",
            "share.resumed",
            "share.ended");
  }

  @Test
  void declinedShareIsToldAsDeclinedAndEnded() throws SQLException {
    shares.won(shares.created("visitor-1"), Occurrence.of(Trigger.VISITOR_DECLINES));

    assertThat(told()).containsExactly("share.requested", "share.declined", "share.ended");
  }

  @Test
  void moveThatLostTellsNothing() throws SQLException {
    var session = shares.created("visitor-1");
    shares.won(session, Occurrence.accepted("view.1", "fr"));

    assertThat(shares.move(session, Occurrence.of(Trigger.VISITOR_DECLINES), false)).isFalse();
    assertThat(told()).containsExactly("share.requested", "share.accepted");
  }

  private List<String> told() throws SQLException {
    try (var connection = database.source().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select m.type from webhook_delivery d join webhook_message m"
                    + " on m.id = d.message_id where m.account_id = '%s' order by d.number"
                        .formatted(shares.account))) {
      var types = new ArrayList<String>();
      while (rows.next()) {
        types.add(rows.getString(1));
      }
      return types;
    }
  }
}
