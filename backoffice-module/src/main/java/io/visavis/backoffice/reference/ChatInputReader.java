package io.visavis.backoffice.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Reads what chat clients send. */
final class ChatInputReader {
  /** Room for 4,000 characters in the longest JSON form. */
  static final int MAX_BYTES = 32 * 1024;

  private ChatInputReader() {}

  /**
   * Reads one message.
   *
   * @throws BadInput when it is not one
   */
  static ChatInput read(String text) {
    try {
      JsonNode tree = StrictJson.tree(text);
      if (tree == null || !tree.isObject() || !tree.path("type").isTextual()) {
        throw BadInput.badMessage("a JSON object with a type is expected");
      }
      return read(tree);
    } catch (IOException malformed) {
      throw BadInput.badMessage("the message is not valid JSON of its type");
    }
  }

  private static ChatInput read(JsonNode tree) throws IOException {
    return switch (tree.get("type").textValue()) {
      case "hello" -> StrictJson.convert(tree, ChatInput.Hello.class);
      case "message" -> StrictJson.convert(tree, ChatInput.Say.class);
      case "typing" -> StrictJson.convert(tree, ChatInput.Typing.class);
      case "page" -> StrictJson.convert(tree, ChatInput.Look.class);
      case "read" -> StrictJson.convert(tree, ChatInput.Read.class);
      case "ping" -> new ChatInput.Ping();
      case "pong" -> new ChatInput.Pong();
      default -> throw new BadInput("unknown-type", "this type of message is not known");
    };
  }
}
