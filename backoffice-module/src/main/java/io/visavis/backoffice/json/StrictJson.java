package io.visavis.backoffice.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.visavis.backoffice.problem.BadRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Reads request bodies strictly and writes answers; takes the place of the server's JSON-B, which
 * lets through unknown and duplicate names, trailing data and coerced values. It is for records
 * rather than for objects, because Jersey prefers the provider of the nearer type.
 */
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public final class StrictJson implements MessageBodyReader<Record>, MessageBodyWriter<Record> {
  /** Largest body in bytes, but where a record says otherwise by {@link LargestBody}. */
  public static final int MAX_BYTES = 65_536;

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type.isRecord();
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var own = type.getAnnotation(LargestBody.class);
    var most = own == null ? MAX_BYTES : own.value();
    var bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw BadRequest.tooLarge(most);
    }
    // No body is an object without fields: what is required then says so itself.
    return read(type, bytes.length == 0 ? "{}" : text(bytes));
  }

  /** What {@link #writeTo} writes, as text. */
  public static String text(Record value) throws IOException {
    return Mappers.STRICT.writeValueAsString(value);
  }

  /**
   * One value of {@code type} from JSON text.
   *
   * @throws BadRequest with a pointer to what is wrong
   */
  static <T> T read(Class<T> type, String json) {
    try {
      var value = Mappers.STRICT.readValue(json, type);
      if (value == null) {
        throw BadRequest.body("", "a JSON object is expected");
      }
      if (value instanceof Checked checked) {
        checked.check();
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw BadRequest.body(pointer(e), "no such field");
    } catch (JsonMappingException e) {
      throw BadRequest.body(pointer(e), "missing, or of another type than this field has");
    } catch (JsonProcessingException e) {
      throw BadRequest.body(
          "",
          "not one JSON object without duplicate names, of at most %d levels and numbers of %d characters"
              .formatted(Mappers.MAX_DEPTH, Mappers.MAX_NUMBER));
    }
  }

  /** JSON between systems is UTF-8 (RFC 8259 section 8.1); anything else is refused. */
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw BadRequest.body("", "the body is not UTF-8");
    }
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type.isRecord();
  }

  @Override
  public void writeTo(
      Record value,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(Mappers.STRICT.writeValueAsBytes(value));
  }
}
