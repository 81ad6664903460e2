package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The WAR as it is deployed in production: on PostgreSQL, by settings alone. */
class WarOnPostgresIT {

  private static EmbeddedPostgres postgres;
  private static OwnServer server;

  @BeforeAll
  static void startBoth() throws IOException {
    postgres = EmbeddedPostgres.start();
    server =
        OwnServer.start(
            "war-on-postgres",
            Map.of(
                "VISAVIS_DATABASE_URL",
                    "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                "VISAVIS_DATABASE_USER", "postgres",
                "VISAVIS_DATABASE_PASSWORD", "of-a-database-that-lives-for-a-minute"));
  }

  @AfterAll
  static void stopBoth() throws IOException {
    try (EmbeddedPostgres last = postgres) {
      if (server != null) {
        server.close();
      }
    }
  }

  @Test
  void shareRunsFromRequestToStopAndStandsInTheDatabase() throws SQLException {
    try (Share share = new Share(new Service(server.base())).requested().accepted().live()) {
      share.popup.send(share.session().put("type", "peer.offer").put("sdp", "v=0 offer"));
      assertThat(share.panel.next("peer.offer").path("sdp").asText()).isEqualTo("v=0 offer");
      JsonNode seen = share.panel.request("media.flowing", share.session());
      assertThat(seen.path("type").asText()).isEqualTo("ok");
      share.popup.request("share.stop", share.session().put("cause", "stopped"));
      assertThat(share.panel.untilState("ended").path("endReason").asText())
          .isEqualTo("visitor-stopped");
      assertThat(rows("share_session where id = '" + share.id + "' and state = 'ENDED'"))
          .isEqualTo(1);
      assertThat(rows("consent where granted and session_id = '" + share.id + "'")).isEqualTo(1);
    }
  }

  @Test
  void declinedRequestEndsForBothSides() {
    try (Share share = new Share(new Service(server.base())).requested()) {
      share.page.request("share.decline", share.session().put("cause", "refused"));
      assertThat(share.panel.untilState("ended").path("endReason").asText()).isEqualTo("declined");
    }
  }

  @Test
  void ticketIsSpentOnce() {
    try (Share share = new Share(new Service(server.base())).requested()) {
      String ticket = share.newTicket();
      try (SignalingSocket first = share.service.connect(Service.ORIGIN);
          SignalingSocket second = share.service.connect(Service.ORIGIN)) {
        assertThat(first.hello("popup", "ticket", ticket).path("type").asText()).isEqualTo("ok");
        assertThat(second.hello("popup", "ticket", ticket).path("code").asText())
            .isEqualTo("ticket-invalid");
      }
    }
  }

  private static long rows(String where) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery("select count(*) from " + where)) {
      found.next();
      return found.getLong(1);
    }
  }
}
