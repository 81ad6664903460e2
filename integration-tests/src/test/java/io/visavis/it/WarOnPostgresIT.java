package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The WAR as it is deployed in production: on PostgreSQL, by settings alone. */
class WarOnPostgresIT {

  private static final String RELAY_SECRET = "of-a-relay-that-nobody-will-ever-ask";

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
                "VISAVIS_RETENTION_INTERVAL", "PT1S",
                "VISAVIS_TURN_URLS", "turn:turn.invalid:3478",
                "VISAVIS_TURN_SECRET", RELAY_SECRET,
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

  @Test
  void whatIsOverIsForgottenAndWhatIsOpenIsKept() throws Exception {
    try (Share over = new Share(new Service(server.base())).requested().accepted().live();
        Share open = new Share(new Service(server.base())).requested().accepted().live()) {
      over.popup.request("share.stop", over.session().put("cause", "stopped"));
      over.panel.untilState("ended");
      for (String id : List.of(over.id, open.id)) {
        change(
            "update share_session set requested_at = requested_at - interval '400 days',"
                + " ended_at = ended_at - interval '400 days' where id = '%s'".formatted(id));
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> rows("share_session where id = '" + over.id + "'") == 0);
      assertThat(rows("consent where session_id = '" + over.id + "'")).isZero();
      assertThat(rows("session_transition where session_id = '" + over.id + "'")).isZero();
      assertThat(rows("share_session where id = '" + open.id + "'")).isEqualTo(1);
      assertThat(rows("consent where session_id = '" + open.id + "'")).isEqualTo(1);
      assertThat(new Service(server.base()).get("/metrics").body())
          .contains("visavis_forgotten_total{kind=\"session\"");
    }
  }

  @Test
  void whereOnlyARelayMayCarryPicturesNoOtherPathIsPassedOn() {
    Service service = new Service(server.base());
    relayOnly(service, true);
    try (Share share = new Share(service).requested().accepted().live()) {
      JsonNode refused = share.popup.request("peer.offer", offer(share, "typ host"));
      assertThat(refused.path("code").asText()).isEqualTo("relay-only");
      assertThat(share.popup.request("peer.offer", offer(share, "typ relay")).path("type").asText())
          .isEqualTo("ok");
      assertThat(share.panel.next("peer.offer").path("sdp").asText()).contains("typ relay");
    } finally {
      relayOnly(service, false);
    }
  }

  @Test
  void credentialsOfTheRelayGoToTheTwoSidesAndIntoNoLog() throws IOException {
    try (Share share = new Share(new Service(server.base())).requested().accepted().live()) {
      JsonNode visitors = share.popup.request("ice.ask", share.session()).path("result");
      JsonNode agents = share.panel.request("ice.ask", share.session()).path("result");
      String credential = visitors.path("iceServers").path(0).path("credential").asText();
      assertThat(credential).hasSize(28);
      assertThat(agents.path("iceServers").path(0).path("credential").asText())
          .hasSize(28)
          .isNotEqualTo(credential);
      share.popup.request("share.stop", share.session().put("cause", "stopped"));
      assertThat(share.panel.request("ice.ask", share.session()).path("code").asText())
          .isEqualTo("wrong-state");
      assertThat(server.log()).contains(share.id).doesNotContain(credential, RELAY_SECRET);
    }
  }

  private static ObjectNode offer(Share share, String type) {
    String candidate = "v=0\r\na=candidate:1 1 udp 1 198.51.100.7 49152 " + type + "\r\n";
    return share.session().put("sdp", candidate);
  }

  private static void relayOnly(Service service, boolean wanted) {
    String path = "/api/v1/account/policy";
    String admin = AgentToken.of(Company.LUMEN, claims -> claims.put("role", "admin"));
    String[] bearer = {"Authorization", "Bearer " + admin};
    ObjectNode policy = (ObjectNode) Service.json(service.get(path, bearer).body());
    var answer = service.put(path, policy.put("relayOnly", wanted).toString(), bearer);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void change(String statement) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var plain = connection.createStatement()) {
      plain.executeUpdate(statement);
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
