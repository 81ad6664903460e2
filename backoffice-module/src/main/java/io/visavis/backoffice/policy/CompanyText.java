package io.visavis.backoffice.policy;

import io.visavis.backoffice.problem.BadRequest;

/** The company's own words on pages that are to be trusted. */
final class CompanyText {
  private static final int LONGEST = 280;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private CompanyText() {}

  /**
   * Checks one text.
   *
   * @throws BadRequest at {@code pointer} when it is blank, too long, of more than one line, or has
   *     characters that nobody sees, such as marks that turn the direction of writing
   */
  static void check(String pointer, String text) {
    if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST) {
      throw BadRequest.body(pointer, "expected 1 to " + LONGEST + " characters, or null");
    }
    if (!text.codePoints().allMatch(CompanyText::plain)) {
      throw BadRequest.body(
          pointer, "expected one paragraph of visible characters, without line breaks or controls");
    }
  }

  private static boolean plain(int point) {
    return switch (Character.getType(point)) {
      case Character.FORMAT -> point == ZERO_WIDTH_NON_JOINER || point == ZERO_WIDTH_JOINER;
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
