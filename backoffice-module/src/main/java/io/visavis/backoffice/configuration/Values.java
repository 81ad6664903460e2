package io.visavis.backoffice.configuration;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads typed values and collects a sentence for each that is missing or bad, so that one failed
 * start names everything that is to be mended.
 */
final class Values {
  private final Function<String, Optional<String>> source;
  private final List<String> problems = new ArrayList<>();

  Values(Function<String, Optional<String>> source) {
    this.source = source;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  /** The trimmed value; empty when missing or blank. */
  Optional<String> optional(String key) {
    return source.apply(key).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** A value that may be shown in a complaint; {@code ""} after a complaint. */
  String text(String key, Predicate<String> valid, String expected, String example) {
    var value = optional(key).orElse("");
    if (!valid.test(value)) {
      complain(key, value, expected, example);
      return "";
    }
    return value;
  }

  /** A value that is never shown; {@code ""} after a complaint. */
  String secret(String key, int minimumLength, String remedy) {
    var value = optional(key).orElse("");
    if (value.length() < minimumLength) {
      refuse(
          key
              + (value.isEmpty() ? " is missing" : " is too short")
              + ": it needs at least "
              + minimumLength
              + " characters. "
              + remedy);
      return "";
    }
    return value;
  }

  Duration duration(String key, Duration minimum, Duration maximum) {
    var value = optional(key).orElse("");
    try {
      var duration = Duration.parse(value);
      if (duration.compareTo(minimum) >= 0 && duration.compareTo(maximum) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Said below, with the bounds, as for a duration out of bounds.
    }
    complain(
        key,
        value,
        "an ISO 8601 duration from " + minimum + " to " + maximum,
        minimum.compareTo(Duration.ofSeconds(30)) > 0 ? minimum.toString() : "PT30S");
    return minimum;
  }

  int integer(String key, int minimum, int maximum) {
    var value = optional(key).orElse("");
    try {
      var number = Integer.parseInt(value);
      if (number >= minimum && number <= maximum) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, with the bounds, as for a number out of bounds.
    }
    complain(
        key, value, "a whole number from " + minimum + " to " + maximum, String.valueOf(minimum));
    return minimum;
  }

  boolean flag(String key) {
    return Boolean.parseBoolean(
        text(
            key,
            value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false"),
            "true or false",
            "false"));
  }

  void complain(String key, String value, String expected, String example) {
    refuse(
        (value.isEmpty() ? key + " is missing" : key + " is “" + value + "”")
            + ", but must be "
            + expected
            + ". Set it, for instance with "
            + variable(key)
            + "="
            + example
            + " in the environment.");
  }

  void refuse(String sentence) {
    problems.add(sentence);
  }

  /** The environment variable that MicroProfile Config maps to a key. */
  static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
