package io.visavis.signaling.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.visavis.signaling.protocol.ServerMessage.ErrorReply;
import io.visavis.signaling.protocol.ServerMessage.Ok;
import io.visavis.signaling.protocol.ServerMessage.Ping;
import io.visavis.signaling.protocol.ServerMessage.Pong;
import io.visavis.signaling.protocol.ServerMessage.Relay;
import io.visavis.signaling.protocol.ServerMessage.ServerReady;
import io.visavis.signaling.protocol.ServerMessage.SessionStateMessage;
import io.visavis.signaling.protocol.ServerMessage.TokenExpiring;
import io.visavis.signaling.protocol.ServerMessage.VisitorState;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Writes each kind of server message as one JSON object. */
final class ServerMessageWriter {
  private final JsonGenerator json;

  private ServerMessageWriter(JsonGenerator json) {
    this.json = json;
  }

  static void write(ServerMessage message, JsonGenerator json) throws IOException {
    json.writeStartObject();
    new ServerMessageWriter(json).fields(message);
    json.writeEndObject();
  }

  private void fields(ServerMessage message) throws IOException {
    if (message instanceof Relay relay) {
      relay(relay);
    } else if (message instanceof Ok ok) {
      ok(ok);
    } else if (message instanceof ErrorReply error) {
      error(error);
    } else if (message instanceof SessionStateMessage state) {
      state(state);
    } else if (message instanceof VisitorState visitor) {
      visitor(visitor);
    } else if (message instanceof ServerReady ready) {
      ready(ready);
    } else if (message instanceof TokenExpiring expiring) {
      type("token.expiring");
      json.writeStringField("expiresAt", expiring.expiresAt().toString());
    } else if (message instanceof Ping) {
      type(MessageType.PING.word());
    } else if (message instanceof Pong) {
      type(MessageType.PONG.word());
    } else {
      throw new IllegalArgumentException("no wire form for " + message.getClass());
    }
  }

  private void type(String word) throws IOException {
    json.writeStringField("type", word);
  }

  private void relay(Relay relay) throws IOException {
    type(relay.message().type().word());
    json.writeNumberField("seq", relay.seq());
    PeerMessageWriter.write(relay.message(), json);
  }

  private void ok(Ok ok) throws IOException {
    type("ok");
    json.writeStringField("id", ok.id());
    if (ok.result().isPresent()) {
      json.writeObjectFieldStart("result");
      ResultWriter.write(ok.result().get(), json);
      json.writeEndObject();
    }
  }

  private void error(ErrorReply error) throws IOException {
    type("error");
    text("id", error.id());
    json.writeStringField("code", error.code().word());
    json.writeStringField("detail", error.detail());
    json.writeBooleanField("retryable", error.retryable());
    text("sessionId", error.sessionId());
  }

  private void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  private void state(SessionStateMessage state) throws IOException {
    type("session.state");
    json.writeNumberField("seq", state.seq());
    json.writeFieldName("session");
    SessionSnapshotWriter.write(state.session(), json);
  }

  private void visitor(VisitorState visitor) throws IOException {
    type("visitor.state");
    json.writeStringField("visitorId", visitor.visitorId());
    json.writeBooleanField("online", visitor.online());
    json.writeBooleanField("canShare", visitor.canShare());
    text("conversationId", visitor.conversationId());
    text("helpAskedAt", visitor.helpAskedAt().map(Instant::toString));
  }

  private void ready(ServerReady ready) throws IOException {
    type("server.ready");
    json.writeArrayFieldStart("versions");
    for (int version : ready.versions()) {
      json.writeNumber(version);
    }
    json.writeEndArray();
    json.writeNumberField("helloWithinMs", ready.helloWithinMs());
  }
}
