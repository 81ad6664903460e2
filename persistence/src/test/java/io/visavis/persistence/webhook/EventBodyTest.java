package io.visavis.persistence.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.webhook.EventType;
import io.visavis.signaling.website.HelpCall;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is sent is what the schema and its examples say; {@code -Dvisavis.docs.write} writes the
 * examples.
 */
class EventBodyTest {
  private static final Instant AT = Instant.parse("2026-11-20T09:03:25.5Z");
  private static final Path EXAMPLES =
      Path.of("../signaling/src/main/resources/webhook/v1/examples");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @EnumSource(EventType.class)
  void everyEventIsAsItsExampleAndTheSchemaSay(EventType type) throws IOException {
    var body = body(type);
    var example = EXAMPLES.resolve(type.word() + ".json");
    if (Boolean.getBoolean("visavis.docs.write")) {
      var pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(body));
      Files.createDirectories(EXAMPLES);
      Files.writeString(example, pretty.replace(" : ", ": ") + "\n");
    }

    assertThat(schema().validate(JSON.readTree(body))).isEmpty();
    assertThat(JSON.readTree(body)).isEqualTo(JSON.readTree(Files.readString(example)));
    assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(20_000);
  }

  @Test
  void schemaRefusesAnEndWithoutItsReason() throws IOException {
    var body = (com.fasterxml.jackson.databind.node.ObjectNode) tree(EventType.SHARE_ENDED);
    ((com.fasterxml.jackson.databind.node.ObjectNode) body.path("data")).remove("reason");

    assertThat(schema().validate(body)).isNotEmpty();
  }

  @Test
  void clockThatWasSetBackGivesNoNegativeTimes() throws IOException {
    var session = session(EndReason.VISITOR_STOPPED, Instant.parse("2026-11-20T08:00:00Z"));

    var body = JSON.readTree(EventBody.of(EventType.SHARE_ENDED, AT, session));

    assertThat(body.path("data").path("durations").path("totalMs").asLong()).isZero();
  }

  @Test
  void nothingIsToldOfNamesAndPages() throws IOException {
    assertThat(body(EventType.SHARE_ENDED)).doesNotContain("Noor").doesNotContain("browser");
  }

  private static JsonNode tree(EventType type) throws IOException {
    return JSON.readTree(body(type));
  }

  private static String body(EventType type) {
    return switch (type) {
      case ELIGIBILITY_CHANGED ->
          EventBody.of(
              type, AT, new Eligibility(true, Instant.parse("2026-12-31T23:00:00Z"), true));
      case HELP_ASKED ->
          EventBody.of(
              type,
              new HelpCall(
                  "q3Zr0mE1uT7hYc5KpX9wLd2A", "acme", "v-2f61c0a8", "conversation-118", AT, null));
      case TEST -> EventBody.ofTest(AT);
      case SHARE_DECLINED -> EventBody.of(type, AT, declined());
      case SHARE_ENDED -> EventBody.of(type, AT, session(EndReason.VISITOR_STOPPED, AT));
      case SHARE_REQUESTED -> EventBody.of(type, AT, requested());
      default -> EventBody.of(type, AT, session(null, null));
    };
  }

  private static ShareSession requested() {
    var request = new ShareSession.Request("v-2f61c0a8", "conversation-118", "noor", "Noor");
    return ShareSession.requested("q3Zr0mE1uT7hYc5KpX9wLd2A", "acme", request, AT, AT);
  }

  private static ShareSession declined() {
    var asked = requested();
    return moved(asked, SessionState.ENDED, null, null, null, AT, EndReason.DECLINED);
  }

  private static ShareSession session(EndReason reason, Instant endedAt) {
    var start = requested();
    return moved(
        start,
        reason == null ? SessionState.LIVE : SessionState.ENDED,
        Instant.parse("2026-11-20T09:00:07.25Z"),
        Instant.parse("2026-11-20T09:00:21Z"),
        Instant.parse("2026-11-20T09:00:21.4Z"),
        endedAt,
        reason);
  }

  private static ShareSession moved(
      ShareSession from,
      SessionState state,
      Instant accepted,
      Instant live,
      Instant media,
      Instant ended,
      EndReason reason) {
    return new ShareSession(
        from.id(),
        3,
        from.accountId(),
        from.visitorId(),
        from.conversationId(),
        from.agentId(),
        from.agentName(),
        state,
        true,
        true,
        "browser",
        "view.1",
        "fr",
        Instant.parse("2026-11-20T09:00:00Z"),
        accepted,
        live,
        media,
        ended,
        reason,
        null,
        null,
        false,
        false);
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream file =
        EventBodyTest.class.getResourceAsStream("/webhook/v1/events.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file);
    }
  }
}
