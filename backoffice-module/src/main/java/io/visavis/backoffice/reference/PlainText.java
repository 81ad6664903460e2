package io.visavis.backoffice.reference;

import java.text.Normalizer;

/**
 * Makes text from outside harmless to read: nothing that is invisible, turns the reading direction
 * or controls a terminal stays in. Escaping is not done here; pages show text only as text.
 */
final class PlainText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int REPLACEMENT = 0xFFFD;

  private PlainText() {}

  /** Text of several lines: line breaks become {@code \n}, tabs stay, the ends are trimmed. */
  static String lines(String text) {
    String unified = text.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder clean = new StringBuilder(unified.length());
    int[] points = unified.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      append(clean, points, i);
    }
    return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
  }

  /** Text of one line, at most {@code limit} characters: any white space becomes one space. */
  static String line(String text, int limit) {
    String flat = lines(text).replaceAll("\\s+", " ");
    if (flat.length() <= limit) {
      return flat;
    }
    int end = Character.isHighSurrogate(flat.charAt(limit - 1)) ? limit - 1 : limit;
    return flat.substring(0, end);
  }

  private static void append(StringBuilder clean, int[] points, int i) {
    int point = points[i];
    if (point == '\n' || point == '\t') {
      clean.append((char) point);
    } else if (point == 0x2028 || point == 0x2029) {
      clean.append('\n');
    } else if (Character.getType(point) == Character.SURROGATE) {
      clean.appendCodePoint(REPLACEMENT);
    } else if (isVisible(point) || isNeededJoiner(points, i)) {
      clean.appendCodePoint(point);
    }
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE -> false;
      default -> true;
    };
  }

  /** Joiners hold emoji and some scripts together; between Latin letters they only hide. */
  private static boolean isNeededJoiner(int[] points, int i) {
    boolean joiner = points[i] == ZERO_WIDTH_JOINER || points[i] == ZERO_WIDTH_NON_JOINER;
    return joiner && i > 0 && i + 1 < points.length && joins(points[i - 1]) && joins(points[i + 1]);
  }

  private static boolean joins(int point) {
    return point > 0x5FF && isVisible(point) && !Character.isWhitespace(point);
  }
}
