package io.visavis.backoffice.links;

/** Names of people and companies as they may stand on a page that is to be trusted. */
final class PlainName {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private PlainName() {}

  /**
   * Without what could make a name read as something else: controls, line breaks, marks that turn
   * the direction of writing (Unicode category Cf, save the two joiners that some scripts need).
   */
  static String of(String name) {
    var plain = new StringBuilder(name.length());
    name.codePoints().filter(PlainName::visible).forEach(plain::appendCodePoint);
    return plain.toString().replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  private static boolean visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> Character.isWhitespace(codePoint);
      case Character.FORMAT -> codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER;
      case Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }
}
