package io.visavis.signaling.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.visavis.signaling.connection.Transport;
import io.visavis.signaling.protocol.CloseCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A browser's end of a socket: says what it is told to and keeps what it hears. */
final class FakeClient implements Transport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CLOSED_BY_NETWORK = 1006;

  final List<JsonNode> heard = new ArrayList<>();
  final Conversation conversation;
  CloseCode closedWith;
  private final Gateway gateway;
  private int lastId;

  FakeClient(Gateway gateway, Optional<String> origin) {
    this.gateway = gateway;
    this.conversation = gateway.open(this, origin);
  }

  @Override
  public void send(byte[] text, Consumer<Throwable> done) {
    try {
      heard.add(JSON.readTree(text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    done.accept(null);
  }

  /** The server closes; the container tells it so, as containers do. */
  @Override
  public void close(CloseCode code) {
    closedWith = code;
    gateway.closed(conversation, code.code());
  }

  /** The network is cut, or the page is gone. */
  void hangUp() {
    gateway.closed(conversation, CLOSED_BY_NETWORK);
  }

  /** Says hello; {@code credential} is {@code token} or {@code ticket}. */
  String hello(String kind, String clientId, String credential, String value) {
    return tell(greeting(kind, clientId).put(credential, value));
  }

  /** A hello that lacks its token or ticket. */
  static ObjectNode greeting(String kind, String clientId) {
    var hello = JSON.createObjectNode();
    hello.put("type", "hello").put("kind", kind).put("clientId", clientId).put("language", "fr");
    hello.putArray("versions").add(1);
    return hello;
  }

  /** Sends a request with fields name, value, name, value…; returns its id. */
  String ask(String type, String... fields) {
    var message = JSON.createObjectNode().put("type", type);
    for (var i = 0; i < fields.length; i += 2) {
      message.put(fields[i], fields[i + 1]);
    }
    return tell(message);
  }

  /** Sends that message under the next id, which it returns. */
  String tell(ObjectNode message) {
    var id = String.valueOf(++lastId);
    say(message.put("id", id).toString());
    return id;
  }

  void say(String text) {
    conversation.received(text);
  }

  /** The reply to the last request. */
  JsonNode reply() {
    return reply(String.valueOf(lastId));
  }

  JsonNode reply(String id) {
    return heard.stream()
        .filter(message -> message.path("id").asText().equals(id))
        .reduce(
            (first, second) -> {
              throw new AssertionError("two replies: " + first + " and " + second);
            })
        .orElseThrow(() -> new AssertionError("no reply to " + id + " in " + heard));
  }

  /** The last message of that type. */
  Optional<JsonNode> last(String type) {
    return heard.stream()
        .filter(message -> message.path("type").asText().equals(type))
        .reduce((first, second) -> second);
  }

  /** The types of all that was heard, in order. */
  List<String> types() {
    return heard.stream().map(message -> message.path("type").asText()).toList();
  }

  /** The session of the last state it was told. */
  JsonNode session() {
    return last("session.state").orElseThrow().path("session");
  }
}
