package io.visavis.backoffice.json;

import io.visavis.backoffice.problem.BadRequest;
import java.util.regex.Pattern;

/** Rules for texts that come from outside. */
public final class TextRule {
  /** A visitor's id: opaque, given by the host or made by the loader. */
  public static final Pattern VISITOR_ID = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

  private TextRule() {}

  /**
   * A field that must match a pattern.
   *
   * @throws BadRequest at {@code pointer} when it is missing or does not match
   */
  public static void matches(String pointer, String value, Pattern pattern) {
    if (value == null || !pattern.matcher(value).matches()) {
      throw BadRequest.body(pointer, "expected text that matches " + pattern);
    }
  }

  /**
   * A field of free text of 1 to {@code maximum} characters, or null.
   *
   * @throws BadRequest at {@code pointer} when it is empty, too long or no text for a database: NUL
   *     and lone surrogates
   */
  public static void optional(String pointer, String value, int maximum) {
    if (value == null) {
      return;
    }
    if (value.isEmpty() || value.length() > maximum) {
      throw BadRequest.body(pointer, "expected 1 to " + maximum + " characters");
    }
    if (value.codePoints().anyMatch(TextRule::unfit)) {
      throw BadRequest.body(pointer, "NUL and lone surrogates are not taken");
    }
  }

  private static boolean unfit(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
