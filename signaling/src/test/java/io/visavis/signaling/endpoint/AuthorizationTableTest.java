package io.visavis.signaling.endpoint;

import static io.visavis.signaling.endpoint.GatewayFixture.BACKOFFICE;
import static io.visavis.signaling.endpoint.GatewayFixture.SERVICE;
import static io.visavis.signaling.endpoint.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.MessageType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may send what, type by type and kind by kind, against the running gateway. */
class AuthorizationTableTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXAMPLES = "/protocol/v1/examples/valid/client-";

  /** A cross: may be sent; whether it succeeds is up to the session. A dot: forbidden. */
  private static final List<String> TABLE =
      """
      type             page popup panel
      hello            x    x     x
      token.renew      x    x     x
      ping             x    x     x
      pong             x    x     x
      visitor.conversation x .    .
      help.ask         x    .     .
      visitor.watch    .    .     x
      share.request    .    .     x
      share.withdraw   .    .     x
      share.accept     x    x     .
      share.decline    x    x     .
      share.activate   .    .     x
      share.pause      .    x     .
      share.resume     .    x     .
      share.stop       x    x     x
      share.quality    .    x     x
      capture.started  .    x     .
      visitor.notice   x    x     .
      media.flowing    .    .     x
      ticket.new       x    x     .
      ice.ask          .    x     x
      relay.report     .    x     x
      peer.offer       .    x     .
      peer.answer      .    .     x
      peer.ice         .    x     x
      peer.renegotiate .    .     x
      """
          .lines()
          .toList();

  @Test
  void everyTypeStandsInTheTable() {
    assertThat(MessageRules.known()).containsExactlyInAnyOrder(MessageType.values());
    assertThat(rows().map(row -> row[0]))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MessageType.values()).map(MessageType::word).toList());
  }

  @TestFactory
  Stream<DynamicTest> everyCellHolds() {
    return rows()
        .flatMap(
            row ->
                Stream.of(ClientKind.values())
                    .map(kind -> cell(row[0], kind, row[column(kind)].equals("x"))));
  }

  private static DynamicTest cell(String type, ClientKind kind, boolean allowed) {
    return dynamicTest(
        kind.word() + (allowed ? " may send " : " may not send ") + type,
        () -> assertThat(refusedAsForbidden(type, kind)).isEqualTo(!allowed));
  }

  /** An account admin's panel: it sees, and does nothing. */
  @TestFactory
  Stream<DynamicTest> anAdminOnlyLooksOn() {
    return rows()
        .filter(row -> row[column(ClientKind.PANEL)].equals("x"))
        .map(
            row -> {
              var type = row[0];
              var allowed =
                  List.of("hello", "token.renew", "ping", "pong", "visitor.watch").contains(type);
              return dynamicTest(
                  "an admin" + (allowed ? " may send " : " may not send ") + type,
                  () -> assertThat(refusedToAdmin(type)).isEqualTo(!allowed));
            });
  }

  private static boolean refusedToAdmin(String type) throws IOException {
    var here = new GatewayFixture();
    var client = here.connect(BACKOFFICE);
    client.hello("panel", "client-0123456789", "token", here.agentToken("", "admin"));
    assertThat(client.reply().path("type").asText()).isEqualTo("ok");
    return refusedAsForbidden(type, client);
  }

  private static boolean refusedAsForbidden(String type, ClientKind kind) throws IOException {
    return refusedAsForbidden(type, client(new GatewayFixture(), kind));
  }

  private static boolean refusedAsForbidden(String type, FakeClient client) throws IOException {
    client.heard.clear();

    client.tell(example(type));

    assertThat(client.closedWith).isNull();
    return client
        .last("error")
        .filter(error -> error.path("code").asText().equals("forbidden"))
        .isPresent();
  }

  private static FakeClient client(GatewayFixture here, ClientKind kind) {
    var client =
        here.connect(
            switch (kind) {
              case PAGE -> SHOP;
              case POPUP -> SERVICE;
              case PANEL -> BACKOFFICE;
            });
    var token =
        switch (kind) {
          case PAGE -> here.visitorToken();
          case POPUP -> here.popupToken();
          case PANEL -> here.agentToken("");
        };
    client.hello(kind.word(), "client-0123456789", "token", token);
    assertThat(client.reply().path("type").asText()).isEqualTo("ok");
    return client;
  }

  private static ObjectNode example(String type) throws IOException {
    try (var text = AuthorizationTableTest.class.getResourceAsStream(EXAMPLES + type + ".json")) {
      return (ObjectNode) JSON.readTree(text);
    }
  }

  private static int column(ClientKind kind) {
    return Arrays.asList(TABLE.get(0).split(" +")).indexOf(kind.word());
  }

  private static Stream<String[]> rows() {
    return TABLE.stream().skip(1).map(line -> line.split(" +"));
  }
}
