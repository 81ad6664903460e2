package io.visavis.signaling.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schema, the codec and the examples say the same. */
class ExamplesContractTest {
  private final SignalingCodec codec = new SignalingCodec();

  private static Stream<DynamicTest> each(List<Path> files, Consumer<Path> check) {
    assertThat(files).isNotEmpty();
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(Examples.name(file), () -> check.accept(file)));
  }

  private static List<Path> invalid() {
    return Examples.named("invalid", "").stream()
        .filter(file -> !Examples.name(file).startsWith("syntax-"))
        .toList();
  }

  private BadMessage refusal(Path file) {
    return catchThrowableOfType(BadMessage.class, () -> codec.decode(Examples.text(file)));
  }

  @TestFactory
  Stream<DynamicTest> theSchemaTakesEveryValidExample() {
    return each(
        Examples.named("valid", ""),
        file -> assertThat(Examples.objections(Examples.text(file))).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> theSchemaRefusesEveryInvalidExample() {
    return each(
        invalid(), file -> assertThat(Examples.objections(Examples.text(file))).isNotEmpty());
  }

  @TestFactory
  Stream<DynamicTest> theCodecReadsEveryMessageOfAClient() {
    return each(Examples.named("valid", "client-"), this::reads);
  }

  private void reads(Path file) {
    try {
      ClientMessage message = codec.decode(Examples.text(file));
      JsonNode tree = Examples.tree(Examples.text(file));
      assertThat(message.type().word()).isEqualTo(tree.path("type").textValue());
      assertThat(message.requestId().orElse(null)).isEqualTo(tree.path("id").textValue());
      if (message instanceof ClientMessage.OfSession ofSession) {
        assertThat(ofSession.sessionId()).isEqualTo(tree.path("sessionId").textValue());
      }
    } catch (BadMessage e) {
      throw new AssertionError(e.getMessage());
    }
  }

  @TestFactory
  Stream<DynamicTest> theCodecRefusesEveryInvalidExample() {
    return each(Examples.named("invalid", ""), file -> assertThat(refusal(file)).isNotNull());
  }

  @TestFactory
  Stream<DynamicTest> theRefusalNamesTheFieldAndNothingOfTheMessage() {
    List<Path> ofKnownTypes =
        invalid().stream().filter(file -> !Examples.name(file).startsWith("message_")).toList();
    return each(
        ofKnownTypes,
        file -> {
          String field = Examples.name(file).split("_")[1];
          assertThat(refusal(file).code()).isEqualTo(ErrorCode.BAD_MESSAGE);
          assertThat(refusal(file)).hasMessageStartingWith(field.split("\\.")[0]);
          assertThat(refusal(file).getMessage()).contains(": expected ").hasSizeLessThan(200);
        });
  }

  @Test
  void everyTypeHasAValidExample() {
    Set<String> shown =
        Examples.named("valid", "client-").stream()
            .map(file -> Examples.tree(Examples.text(file)).path("type").textValue())
            .collect(Collectors.toSet());
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MessageType.values()).map(MessageType::word).toList());
  }

  @Test
  void everyTypeThatHasFieldsHasAnInvalidExample() {
    Set<String> shown =
        invalid().stream()
            .map(file -> Examples.name(file).split("_")[0])
            .collect(Collectors.toSet());
    shown.addAll(List.of("ping", "pong"));
    assertThat(shown)
        .containsAll(Arrays.stream(MessageType.values()).map(MessageType::word).toList());
  }
}
