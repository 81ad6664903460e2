package io.visavis.persistence.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.visavis.persistence.schema.Instants;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.webhook.EventType;
import io.visavis.signaling.website.HelpCall;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/** Writes events as hosts read them: {@code {"type": …, "timestamp": …, "data": {…}}}. */
final class EventBody {
  private static final JsonFactory JSON = new JsonFactory();

  private EventBody() {}

  static String of(EventType type, Instant at, ShareSession session) {
    return written(type, at, json -> share(json, session));
  }

  static String of(EventType type, Instant at, Eligibility eligibility) {
    return written(
        type,
        at,
        json -> {
          json.writeBooleanField("eligible", eligibility.holdsAt(at));
          text(json, "eligibleUntil", eligibility.until());
          json.writeStringField("reason", eligibility.reasonAt(at));
        });
  }

  static String of(EventType type, HelpCall call) {
    return written(
        type,
        Instants.micros(call.askedAt()),
        json -> {
          json.writeStringField("callId", call.id());
          json.writeStringField("visitorId", call.visitorId());
          text(json, "conversationId", call.conversationId());
          text(json, "askedAt", Instants.micros(call.askedAt()));
        });
  }

  static String ofTest(Instant at) {
    return written(
        EventType.TEST, at, json -> json.writeStringField("note", "Sent by hand to try this."));
  }

  private static void share(JsonGenerator json, ShareSession session) throws IOException {
    json.writeStringField("sessionId", session.id());
    json.writeStringField("visitorId", session.visitorId());
    text(json, "conversationId", session.conversationId());
    json.writeStringField("agentId", session.agentId());
    text(json, "requestedAt", session.requestedAt());
    text(json, "acceptedAt", session.acceptedAt());
    text(json, "liveAt", session.liveAt());
    if (session.endedAt() != null) {
      ending(json, session);
    }
  }

  private static void ending(JsonGenerator json, ShareSession session) throws IOException {
    text(json, "endedAt", session.endedAt());
    json.writeStringField("reason", session.endReason().word());
    text(json, "detail", session.endDetail());
    json.writeObjectFieldStart("durations");
    millis(json, "answerMs", session.requestedAt(), session.acceptedAt());
    millis(json, "startMs", session.acceptedAt(), session.liveAt());
    millis(json, "firstPictureMs", session.liveAt(), session.mediaAt());
    millis(json, "liveMs", session.liveAt(), session.endedAt());
    millis(json, "totalMs", session.requestedAt(), session.endedAt());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, Object value) throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, value.toString());
    }
  }

  /** From one to the other, never below zero: the clock may have been set back between. */
  private static void millis(JsonGenerator json, String name, Instant from, Instant to)
      throws IOException {
    if (from == null || to == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, Math.max(0, Duration.between(from, to).toMillis()));
    }
  }

  private static String written(EventType type, Instant at, Data data) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("type", type.word());
      json.writeStringField("timestamp", at.toString());
      json.writeObjectFieldStart("data");
      data.write(json);
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to a text cannot fail", e);
    }
    return text.toString();
  }

  @FunctionalInterface
  private interface Data {
    void write(JsonGenerator json) throws IOException;
  }
}
