package io.visavis.backoffice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.visavis.backoffice.problem.BadRequest;
import io.visavis.backoffice.problem.Problem;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StrictJsonTest {
  /** One field of every type that bodies have. */
  record Body(String text, Integer number, Boolean flag, Instant time, List<String> list) {}

  @Test
  void aCompleteBodyIsRead() {
    var body =
        read(
            """
            {"text":"é🙂","number":7,"flag":true,"time":"2026-12-31T00:00:00.1234567+01:00","list":["a"]}
            """);

    assertThat(body)
        .isEqualTo(
            new Body("é🙂", 7, true, Instant.parse("2026-12-30T23:00:00.123456Z"), List.of("a")));
  }

  @Test
  void missingAndNullFieldsAreNull() {
    assertThat(read("{\"text\":null}")).isEqualTo(new Body(null, null, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"more\":1} | /more",
        "{\"text\":1} | /text",
        "{\"text\":true} | /text",
        "{\"text\":[\"a\"]} | /text",
        "{\"text\":{\"$ne\":1}} | /text",
        "{\"number\":\"7\"} | /number",
        "{\"number\":\"\"} | /number",
        "{\"number\":7.0} | /number",
        "{\"number\":1.5} | /number",
        "{\"number\":4294967297} | /number",
        "{\"number\":true} | /number",
        "{\"number\":[7]} | /number",
        "{\"flag\":\"true\"} | /flag",
        "{\"flag\":1} | /flag",
        "{\"flag\":\"\"} | /flag",
        "{\"time\":0} | /time",
        "{\"time\":\"\"} | /time",
        "{\"time\":\"2026-12-31\"} | /time",
        "{\"time\":\"2026-12-31T00:00:00\"} | /time",
        "{\"time\":\"2026-13-31T00:00:00Z\"} | /time",
        "{\"time\":{}} | /time",
        "{\"list\":\"a\"} | /list",
        "{\"list\":[\"a\",1]} | /list/1",
        "{\"a/b~c\":1} | /a~1b~0c"
      })
  void aFieldThatIsNotAsDescribedIsPointedAt(String json, String pointer) {
    var problem = refusal(json);

    assertThat(problem.code()).isEqualTo(ErrorCode.BAD_MESSAGE.word());
    assertThat(problem.pointer()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileTextIsRefused(String json) {
    var problem = refusal(json);

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.detail()).hasSizeLessThan(200);
  }

  static Stream<String> hostile() {
    return Stream.of(
        "null",
        "1",
        "\"text\"",
        "[]",
        "{",
        "{}{}",
        "{} trailing",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{'text':'a'}",
        "{text:\"a\"}",
        "{\"text\":\"a\",}",
        "/* no */ {}",
        "{\"number\":NaN}",
        "{\"number\":+1}",
        "{\"number\":007}",
        "{\"number\":" + "9".repeat(60_000) + "}",
        "{\"number\":1e1000000000}",
        "{\"text\":\"a\u0000b\u0001\"}",
        "{\"list\":" + "[".repeat(1500) + "]".repeat(1500) + "}",
        "{\"" + "n".repeat(100) + "\":1}",
        "\uFEFF{}");
  }

  @Test
  void aBodyAboveTheLimitIsRefusedAsTooLarge() {
    var body = "{\"text\":\"" + "a".repeat(StrictJson.MAX_BYTES) + "\"}";

    assertThatThrownBy(() -> readBytes(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            BadRequest.class, refused -> assertThat(refused.problem().status()).isEqualTo(413));
  }

  /** May be a little larger than others. */
  @LargestBody(StrictJson.MAX_BYTES + 100)
  public record Roomy(List<String> parts) {}

  @Test
  void aRecordMaySayForItselfHowLargeItsBodyIsAtMost() throws IOException {
    var part = "a".repeat(StrictJson.MAX_BYTES / 2);
    var body = "{\"parts\":[\"" + part + "\",\"" + part + "\"]}";
    assertThat(readBytes(Roomy.class, body.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Roomy(List.of(part, part)));

    var larger = body + " ".repeat(100);
    assertThatThrownBy(() -> readBytes(Roomy.class, larger.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            BadRequest.class,
            refused ->
                assertThat(refused.problem().detail()).contains("" + (StrictJson.MAX_BYTES + 100)));
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() {
    assertThatThrownBy(() -> readBytes("{\"text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(BadRequest.class);
  }

  @Test
  void noBodyIsAnObjectWithoutFields() throws IOException {
    assertThat(readBytes(new byte[0])).isEqualTo(new Body(null, null, null, null, null));
  }

  @Test
  void answersAreUtf8WithTimesOfRfc3339() throws IOException {
    var out = new ByteArrayOutputStream();
    new StrictJson()
        .writeTo(
            new Body("é🙂", 7, null, Instant.EPOCH, List.of()),
            Body.class,
            Body.class,
            new Annotation[0],
            MediaType.APPLICATION_JSON_TYPE,
            new MultivaluedHashMap<>(),
            out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"text\":\"é🙂\",\"number\":7,\"flag\":null,\"time\":\"1970-01-01T00:00:00Z\",\"list\":[]}");
  }

  private static Body read(String json) {
    return StrictJson.read(Body.class, json);
  }

  private static Problem refusal(String json) {
    return catchThrowableOfType(BadRequest.class, () -> read(json)).problem();
  }

  private static Record readBytes(byte[] bytes) throws IOException {
    return readBytes(Body.class, bytes);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Record readBytes(Class type, byte[] bytes) throws IOException {
    return new StrictJson()
        .readFrom(
            type,
            type,
            new Annotation[0],
            MediaType.APPLICATION_JSON_TYPE,
            new MultivaluedHashMap<>(),
            new ByteArrayInputStream(bytes));
  }
}
