package io.visavis.signaling.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of one JSON object, read one by one as the schema wants them. Every refusal names the
 * field and what is expected, never the value.
 */
final class Fields {
  /** Beyond this, JavaScript and most other readers lose digits. */
  static final long MAX_INTEGER = 9_007_199_254_740_991L;

  private final JsonNode object;
  private final String path;
  private final Optional<String> requestId;

  private Fields(JsonNode object, String path, Optional<String> requestId) {
    this.object = object;
    this.path = path;
    this.requestId = requestId;
  }

  /** The fields of a whole message. */
  static Fields ofMessage(JsonNode message) throws BadMessage {
    if (!message.isObject()) {
      throw new BadMessage(ErrorCode.BAD_MESSAGE, "expected a JSON object", Optional.empty());
    }
    JsonNode id = message.path("id");
    boolean wellFormed = id.isTextual() && Rule.REQUEST_ID.holds(id.textValue());
    return new Fields(message, "", wellFormed ? Optional.of(id.textValue()) : Optional.empty());
  }

  /** The message's {@code id}, where it has a well-formed one. */
  Optional<String> requestId() {
    return requestId;
  }

  boolean has(String name) {
    return object.has(name);
  }

  String text(String name, Rule rule) throws BadMessage {
    JsonNode value = object.path(name);
    if (!value.isTextual() || !rule.holds(value.textValue())) {
      throw refused(name, rule.expected());
    }
    return value.textValue();
  }

  Optional<String> optionalText(String name, Rule rule) throws BadMessage {
    return has(name) ? Optional.of(text(name, rule)) : Optional.empty();
  }

  /** One of the words of an enum. */
  <W extends Word> W word(String name, Function<String, Optional<W>> of, W[] all)
      throws BadMessage {
    JsonNode value = object.path(name);
    Optional<W> found = value.isTextual() ? of.apply(value.textValue()) : Optional.empty();
    if (found.isEmpty()) {
      throw refused(name, "one of " + words(all));
    }
    return found.get();
  }

  private static String words(Word[] all) {
    List<String> words = new ArrayList<>();
    for (Word one : all) {
      words.add(one.word());
    }
    return String.join(", ", words);
  }

  boolean flag(String name) throws BadMessage {
    JsonNode value = object.path(name);
    if (!value.isBoolean()) {
      throw refused(name, "true or false");
    }
    return value.booleanValue();
  }

  Optional<Boolean> optionalFlag(String name) throws BadMessage {
    return has(name) ? Optional.of(flag(name)) : Optional.empty();
  }

  long integer(String name, long min, long max) throws BadMessage {
    return integer(object.path(name), name, min, max);
  }

  Optional<Integer> optionalInteger(String name, int min, int max) throws BadMessage {
    return has(name) ? Optional.of((int) integer(name, min, max)) : Optional.empty();
  }

  private long integer(JsonNode value, String name, long min, long max) throws BadMessage {
    boolean whole = value.isIntegralNumber() && value.canConvertToLong();
    if (!whole || value.longValue() < min || value.longValue() > max) {
      throw refused(name, "an integer from " + min + " to " + max);
    }
    return value.longValue();
  }

  /** An array of integers, with as many items as given. */
  List<Integer> integers(String name, int maxItems, int min, int max) throws BadMessage {
    JsonNode array = object.path(name);
    if (!array.isArray() || array.isEmpty() || array.size() > maxItems) {
      throw refused(name, "an array of 1 to " + maxItems + " integers");
    }
    List<Integer> items = new ArrayList<>(array.size());
    for (JsonNode item : array) {
      items.add((int) integer(item, name, min, max));
    }
    return items;
  }

  /** The fields of a nested object; empty when it is not there. */
  Optional<Fields> optionalObject(String name) throws BadMessage {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonNode nested = object.path(name);
    if (!nested.isObject()) {
      throw refused(name, "an object");
    }
    return Optional.of(new Fields(nested, path + name + ".", requestId));
  }

  /** The refusal of this field, which should have been something else. */
  BadMessage refused(String name, String expected) {
    String detail = path + name + ": expected " + expected;
    return new BadMessage(ErrorCode.BAD_MESSAGE, detail, requestId);
  }
}
