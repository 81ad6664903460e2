package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message type that a client may send × every kind of client of both accounts × a session of
 * its own, of somebody else in the account, of the other account, and one that never was.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MessageMatrixIT {

  private static TwoCompanies stage;

  @ArquillianResource URL base;

  @BeforeEach
  void bothCompaniesShare() {
    stage = stage == null ? new TwoCompanies(new Service(base)) : stage;
  }

  @AfterAll
  static void everybodyGoesHome() {
    if (stage != null) {
      stage.close();
      stage = null;
    }
  }

  static Stream<WarTables.Type> aboutASession() {
    return WarTables.types().stream().filter(type -> example(type).has("sessionId"));
  }

  static Stream<WarTables.Type> aboutAVisitor() {
    return WarTables.types().stream().filter(type -> example(type).has("visitorId"));
  }

  static Stream<WarTables.Type> withReply() {
    return WarTables.types().stream()
        .filter(type -> example(type).has("id") || example(type).has("sessionId"))
        .filter(type -> !type.word().equals("hello"));
  }

  @Test
  void everyTypeHasAnExampleFromWhichItsRowsAreMade() {
    assertThat(WarTables.types())
        .isNotEmpty()
        .allSatisfy(type -> assertThat(WarTables.example(type.word())).as("%s", type).isNotNull());
  }

  @ParameterizedTest
  @MethodSource("withReply")
  void nobodyIsAnsweredBeforeTheHello(WarTables.Type type) {
    String own = stage.of(Company.LUMEN).id;
    JsonNode known = saidByNobody(type, own);
    assertThat(known.path("code").asText()).isEqualTo("not-authenticated");
    assertThat(known).hasToString(saidByNobody(type, Ids.unknownLike(own)).toString());
  }

  @ParameterizedTest
  @MethodSource("aboutASession")
  void foreignAndUnknownSessionsAreAnsweredAlike(WarTables.Type type) {
    for (Company company : stage.companies()) {
      Share own = stage.of(company);
      String foreign = stage.of(stage.other(company)).id;
      for (var caller : callers(company).entrySet()) {
        boolean may = type.kinds().contains(kind(caller.getKey()));
        Reply reply = new Reply(caller.getValue(), type, "sessionId");
        JsonNode unknown = reply.about(Ids.unknownLike(own.id));
        assertThat(unknown.path("code").asText())
            .as("%s by %s", type, caller.getKey())
            .isIn(may ? List.of("not-found", "forbidden") : List.of("forbidden"));
        assertThat(reply.about(foreign)).as(caller.getKey()).hasToString(unknown.toString());
        if (!caller.getKey().equals("panel") && !caller.getKey().equals("panel of an admin")) {
          assertThat(reply.about(stage.siblingOf(company).id))
              .as("another visitor's, %s", caller.getKey())
              .hasToString(unknown.toString());
        }
        if (!may) {
          assertThat(reply.about(own.id)).as(caller.getKey()).hasToString(unknown.toString());
        }
      }
    }
    stage.companies().forEach(company -> stage.expectStillLive(company));
  }

  @ParameterizedTest
  @MethodSource("aboutASession")
  void ownSessionIsNeverTakenForUnknown(WarTables.Type type) {
    try (Share share = new Share(stage.service()).requested().accepted().live()) {
      Map<String, SignalingSocket> participants =
          Map.of("page", share.page, "popup", share.popup, "panel", share.panel);
      for (String kind : type.kinds()) {
        JsonNode reply = new Reply(participants.get(kind), type, "sessionId").about(share.id);
        assertThat(reply.path("code").asText()).as(kind).isNotIn("not-found", "forbidden");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("aboutAVisitor")
  void foreignAndUnknownVisitorsAreAnsweredAlike(WarTables.Type type) {
    for (Company company : stage.companies()) {
      String foreign = stage.of(stage.other(company)).visitorId;
      for (String role : List.of("agent", "admin")) {
        String known = aboutVisitor(company, role, type, foreign);
        String unknown = aboutVisitor(company, role, type, Service.newVisitorId());
        assertThat(known).as("%s of %s", role, company.siteKey()).isEqualTo(unknown);
      }
      SignalingSocket narrowed = callers(company).get("panel narrowed to one visitor");
      Reply reply = new Reply(narrowed, type, "visitorId");
      JsonNode refused = reply.about(Service.newVisitorId());
      assertThat(refused.path("code").asText()).isEqualTo("forbidden");
      assertThat(reply.about(foreign)).hasToString(refused.toString());
      assertThat(reply.about(stage.siblingOf(company).visitorId)).hasToString(refused.toString());
    }
  }

  /** What a fresh panel is told when it names this visitor, with what is random or given masked. */
  private static String aboutVisitor(
      Company company, String role, WarTables.Type type, String visitorId) {
    try (SignalingSocket panel = panel(company, body -> body.put("role", role))) {
      JsonNode reply = new Reply(panel, type, "visitorId").about(visitorId);
      boolean watching = type.word().equals("visitor.watch") && reply.path("code").isMissingNode();
      String state = watching ? panel.next("visitor.state").toString() : "";
      String opened = reply.at("/result/sessionId").asText("none");
      if (!opened.equals("none")) {
        panel.request("share.withdraw", Share.fields().put("sessionId", opened));
      }
      return (reply + state).replace(visitorId, "VISITOR").replace(opened, "SESSION");
    }
  }

  private Map<String, SignalingSocket> callers(Company company) {
    return stage.callers(
        company,
        share ->
            Map.of(
                "page", share.page,
                "popup", share.popup,
                "panel", share.panel,
                "panel of an admin", panel(company, body -> body.put("role", "admin")),
                "panel narrowed to one visitor",
                    panel(company, body -> body.put("visitor", share.visitorId))));
  }

  private static SignalingSocket panel(Company company, Consumer<ObjectNode> claims) {
    SignalingSocket panel = stage.service().connect(Service.ORIGIN);
    Consumer<ObjectNode> somebodyElse = body -> body.put("sub", "agent-" + UUID.randomUUID());
    String token = AgentToken.of(company, somebodyElse.andThen(claims));
    assertThat(panel.hello("panel", "token", token).path("type").asText()).isEqualTo("ok");
    return panel;
  }

  private static String kind(String caller) {
    return caller.split(" ")[0];
  }

  private static JsonNode saidByNobody(WarTables.Type type, String sessionId) {
    try (SignalingSocket socket = stage.service().connect(Service.ORIGIN)) {
      ObjectNode message = example(type);
      if (message.has("sessionId")) {
        message.put("sessionId", sessionId);
      }
      return socket.ask("matrix", message);
    }
  }

  private static ObjectNode example(WarTables.Type type) {
    try {
      return (ObjectNode) Service.JSON.readTree(WarTables.example(type.word()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The replies to one type from one connection, always under the same message id. */
  private record Reply(SignalingSocket caller, WarTables.Type type, String field) {
    JsonNode about(String id) {
      return caller.ask("matrix", example(type).put(field, id));
    }
  }
}
