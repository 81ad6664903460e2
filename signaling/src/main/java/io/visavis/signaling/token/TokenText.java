package io.visavis.signaling.token;

import java.util.Set;

/** What a text must be that a token brings into records and onto pages. */
final class TokenText {
  /** Letters and symbols that are drawn as nothing: Hangul fillers and the empty Braille cell. */
  private static final Set<Integer> BLANK = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

  private TokenText() {}

  /**
   * Whether it is text at all: no half of a surrogate pair, and no U+0000, which no column takes.
   */
  static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }

  /** Whether somebody who reads it sees anything. */
  static boolean isSeen(String text) {
    return text.codePoints().anyMatch(TokenText::isDrawn);
  }

  /** Marks are drawn on something else, and alone they are no name. */
  private static boolean isDrawn(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          false;
      default -> !BLANK.contains(point);
    };
  }
}
