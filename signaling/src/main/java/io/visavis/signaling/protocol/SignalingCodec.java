package io.visavis.signaling.protocol;

import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The one way between text and messages. Stateless and safe for use by many threads.
 *
 * <p>Reading is strict (RFC 8259 and the schema beside this package): no duplicate names, nothing
 * after the message, no coercion, bounded depth and lengths. Fields the schema does not know are
 * ignored.
 */
public final class SignalingCodec {
  /** Levels of nesting in one message; the protocol itself needs three. */
  public static final int MAX_DEPTH = 20;

  /** Characters of one number. */
  public static final int MAX_NUMBER = 40;

  /** Characters of one field name. */
  public static final int MAX_NAME = 64;

  /** Characters of one string. */
  public static final int MAX_STRING = 65_536;

  private final JsonFactory factory = strictFactory();
  private final ObjectReader reader =
      JsonMapper.builder(factory).enable(FAIL_ON_TRAILING_TOKENS).build().reader();

  private static JsonFactory strictFactory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER)
                .maxNameLength(MAX_NAME)
                .maxStringLength(MAX_STRING)
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        // Else each character beyond the first plane becomes twelve bytes instead of four.
        .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        // The table of names is shared by all connections: one client could fill it with
        // colliding names for all the others.
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build();
  }

  /**
   * Reads one message of a client.
   *
   * @throws BadMessage with {@link ErrorCode#UNKNOWN_TYPE} or {@link ErrorCode#BAD_MESSAGE}
   */
  public ClientMessage decode(String text) throws BadMessage {
    Fields fields = Fields.ofMessage(parse(text));
    String word = fields.text("type", Rule.TYPE);
    MessageType type =
        MessageType.of(word)
            .orElseThrow(
                () ->
                    new BadMessage(
                        ErrorCode.UNKNOWN_TYPE,
                        "type: no message that a client sends in this version",
                        fields.requestId()));
    return ClientMessageReader.read(type, fields);
  }

  private JsonNode parse(String text) throws BadMessage {
    try {
      return reader.readTree(text);
    } catch (JsonProcessingException e) {
      // Its own message quotes the input.
      throw new BadMessage(ErrorCode.BAD_MESSAGE, syntax(e), Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from a string cannot fail", e);
    }
  }

  private static String syntax(JsonProcessingException e) {
    String expected =
        "not one JSON value without duplicate names, of at most %d levels, names of %d, numbers of"
            + " %d and strings of %d characters";
    String detail = expected.formatted(MAX_DEPTH, MAX_NAME, MAX_NUMBER, MAX_STRING);
    return e.getLocation() == null
        ? detail
        : detail + "; near character " + e.getLocation().getCharOffset();
  }

  /** Writes one message to a client, in UTF-8. */
  public byte[] encode(ServerMessage message) {
    return write(generator -> ServerMessageWriter.write(message, generator));
  }

  /** Writes a session as it stands in {@code session.state}, for REST. */
  public String encode(SessionSnapshot session) {
    return new String(write(generator -> SessionSnapshotWriter.write(session, generator)), UTF_8);
  }

  private byte[] write(Body body) {
    try (ByteArrayBuilder utf8 = new ByteArrayBuilder(factory._getBufferRecycler())) {
      try (JsonGenerator generator = factory.createGenerator(utf8)) {
        body.write(generator);
      }
      return utf8.getClearAndRelease();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
  }

  private interface Body {
    void write(JsonGenerator generator) throws IOException;
  }
}
