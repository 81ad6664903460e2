package io.visavis.backoffice.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.visavis.signaling.protocol.SessionSnapshot;
import io.visavis.signaling.protocol.SignalingCodec;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** The one configuration of Jackson for REST. */
final class Mappers {
  static final int MAX_DEPTH = 20;
  static final int MAX_NUMBER = 40;
  static final int MAX_NAME = 64;
  private static final SignalingCodec CODEC = new SignalingCodec();

  static final JsonMapper STRICT = strict();

  private Mappers() {}

  private static JsonMapper strict() {
    var builder =
        JsonMapper.builder(factory())
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(module());
    builder.withCoercionConfigDefaults(
        coercions -> {
          for (var shape : CoercionInputShape.values()) {
            coercions.setCoercion(shape, CoercionAction.Fail);
          }
        });
    return builder.build();
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER)
                .maxNameLength(MAX_NAME)
                .maxStringLength(StrictJson.MAX_BYTES)
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build();
  }

  private static SimpleModule module() {
    return new SimpleModule()
        .addSerializer(Instant.class, new InstantWriter())
        .addSerializer(LocalDate.class, ToStringSerializer.instance)
        .addDeserializer(Instant.class, new InstantReader())
        .addSerializer(SessionSnapshot.class, new SnapshotWriter());
  }

  private static final class InstantWriter extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.toString());
    }
  }

  /** RFC 3339 with a zone offset, kept in whole microseconds as the database does. */
  private static final class InstantReader extends JsonDeserializer<Instant> {
    private static final int LONGEST = 40;

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
      var text = json.getValueAsString();
      if (json.currentToken().isScalarValue() && text != null && text.length() <= LONGEST) {
        try {
          return java.time.OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
          // Said below, as for anything else that is no time.
        }
      }
      return context.reportInputMismatch(Instant.class, "a time of RFC 3339 is expected");
    }
  }

  /** A session looks the same in REST and on the WebSocket: one writer for both. */
  private static final class SnapshotWriter extends JsonSerializer<SessionSnapshot> {
    @Override
    public void serialize(SessionSnapshot value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeRawValue(CODEC.encode(value));
    }
  }
}
