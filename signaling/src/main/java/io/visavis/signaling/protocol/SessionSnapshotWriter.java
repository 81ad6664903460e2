package io.visavis.signaling.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.visavis.signaling.protocol.SessionSnapshot.Ending;
import io.visavis.signaling.protocol.SessionSnapshot.Picture;
import io.visavis.signaling.protocol.SessionSnapshot.Times;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Writes a session as one flat JSON object. */
final class SessionSnapshotWriter {
  private final JsonGenerator json;

  private SessionSnapshotWriter(JsonGenerator json) {
    this.json = json;
  }

  static void write(SessionSnapshot session, JsonGenerator json) throws IOException {
    new SessionSnapshotWriter(json).session(session);
  }

  private void session(SessionSnapshot session) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", session.id());
    json.writeStringField("visitorId", session.visitorId());
    json.writeStringField("state", session.state().name().toLowerCase(Locale.ROOT));
    json.writeObjectFieldStart("agent");
    json.writeStringField("id", session.agent().id());
    json.writeStringField("name", session.agent().name());
    json.writeEndObject();
    json.writeStringField("accountName", session.accountName());
    if (session.conversationId().isPresent()) {
      json.writeStringField("conversationId", session.conversationId().get());
    }
    picture(session.picture());
    json.writeStringField("visitorConnection", session.connections().visitor().word());
    json.writeStringField("agentConnection", session.connections().agent().word());
    times(session.times());
    if (session.ending().isPresent()) {
      ending(session.ending().get());
    }
    if (session.deadline().isPresent()) {
      deadline(session.deadline().get());
    }
    if (session.mine().isPresent()) {
      json.writeBooleanField("mine", session.mine().get());
    }
    if (session.link().isPresent()) {
      word("delivery", session.link().get().delivery());
      json.writeStringField("acceptUrl", session.link().get().url());
      json.writeStringField("acceptUrlExpiresAt", session.link().get().expiresAt().toString());
    }
    json.writeEndObject();
  }

  private void word(String name, Word value) throws IOException {
    json.writeStringField(name, value.word());
  }

  private void picture(Picture picture) throws IOException {
    json.writeBooleanField("capturing", picture.capturing());
    json.writeBooleanField("activated", picture.activated());
    json.writeBooleanField("mediaFlowing", picture.mediaFlowing());
    if (picture.surface().isPresent()) {
      word("surface", picture.surface().get());
    }
    word("quality", picture.quality());
    word("notice", picture.notice());
    if (picture.relayOnly()) {
      json.writeBooleanField("relayOnly", true);
    }
    if (!picture.relayFailures().isEmpty()) {
      json.writeObjectFieldStart("relayFailures");
      for (Side side : Side.values()) {
        if (picture.relayFailures().containsKey(side)) {
          word(side.word(), picture.relayFailures().get(side));
        }
      }
      json.writeEndObject();
    }
  }

  private void times(Times times) throws IOException {
    json.writeStringField("requestedAt", times.requestedAt().toString());
    instant("acceptedAt", times.acceptedAt());
    instant("liveAt", times.liveAt());
  }

  private void instant(String name, Optional<Instant> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get().toString());
    }
  }

  private void ending(Ending ending) throws IOException {
    json.writeStringField("endedAt", ending.endedAt().toString());
    json.writeStringField("endReason", ending.reason().word());
    if (ending.detail().isPresent()) {
      json.writeStringField("endDetail", ending.detail().get());
    }
    json.writeNumberField("durationMs", ending.duration().toMillis());
  }

  private void deadline(SessionSnapshot.Deadline deadline) throws IOException {
    json.writeObjectFieldStart("deadline");
    json.writeStringField("reason", deadline.reason().word());
    json.writeStringField("at", deadline.at().toString());
    json.writeEndObject();
  }
}
