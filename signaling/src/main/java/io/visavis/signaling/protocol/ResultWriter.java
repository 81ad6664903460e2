package io.visavis.signaling.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.visavis.signaling.protocol.Result.HelloResult;
import io.visavis.signaling.protocol.Result.IceGrant;
import io.visavis.signaling.protocol.Result.IceServer;
import io.visavis.signaling.protocol.Result.ShareRequested;
import io.visavis.signaling.protocol.Result.Ticket;
import io.visavis.signaling.protocol.Result.TokenRenewed;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes the fields of a request's result. */
final class ResultWriter {
  private final JsonGenerator json;

  private ResultWriter(JsonGenerator json) {
    this.json = json;
  }

  static void write(Result result, JsonGenerator json) throws IOException {
    new ResultWriter(json).fields(result);
  }

  private void fields(Result result) throws IOException {
    if (result instanceof HelloResult hello) {
      hello(hello);
    } else if (result instanceof ShareRequested requested) {
      json.writeStringField("sessionId", requested.sessionId());
    } else if (result instanceof Ticket ticket) {
      json.writeStringField("ticket", ticket.ticket());
      json.writeNumberField("expiresInMs", ticket.expiresInMs());
      PolicyWriter.write(ticket.policy(), json);
    } else if (result instanceof IceGrant grant) {
      iceServers(grant.iceServers());
      if (grant.expiresInMs().isPresent()) {
        json.writeNumberField("expiresInMs", grant.expiresInMs().get());
      }
    } else if (result instanceof TokenRenewed renewed) {
      json.writeStringField("tokenExpiresAt", renewed.tokenExpiresAt().toString());
      text("token", renewed.token());
    } else {
      throw new IllegalArgumentException("no wire form for " + result.getClass());
    }
  }

  private void hello(HelloResult hello) throws IOException {
    json.writeNumberField("version", hello.version());
    json.writeStringField("connectionId", hello.connectionId());
    json.writeStringField("role", hello.role().word());
    json.writeStringField("serverTime", hello.serverTime().toString());
    json.writeObjectFieldStart("account");
    json.writeStringField("name", hello.accountName());
    PolicyWriter.write(hello.policy(), json);
    json.writeEndObject();
    text("visitorId", hello.visitorId());
    text("token", hello.token());
    json.writeStringField("tokenExpiresAt", hello.tokenExpiresAt().toString());
    heartbeat(hello.heartbeat());
    iceServers(hello.iceServers());
    json.writeBooleanField("eligible", hello.eligible());
    if (hello.mayAskForHelp().isPresent()) {
      json.writeBooleanField("mayAskForHelp", hello.mayAskForHelp().get());
    }
    text("sessionId", hello.sessionId());
    if (hello.resumed().isPresent()) {
      json.writeBooleanField("resumed", hello.resumed().get());
    }
  }

  private void heartbeat(Result.Heartbeat heartbeat) throws IOException {
    json.writeObjectFieldStart("heartbeat");
    json.writeNumberField("intervalMs", heartbeat.intervalMs());
    json.writeNumberField("timeoutMs", heartbeat.timeoutMs());
    json.writeEndObject();
  }

  private void iceServers(List<IceServer> servers) throws IOException {
    json.writeArrayFieldStart("iceServers");
    for (IceServer server : servers) {
      iceServer(server);
    }
    json.writeEndArray();
  }

  private void iceServer(IceServer server) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("urls");
    for (String url : server.urls()) {
      json.writeString(url);
    }
    json.writeEndArray();
    text("username", server.username());
    text("credential", server.credential());
    json.writeEndObject();
  }

  private void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }
}
