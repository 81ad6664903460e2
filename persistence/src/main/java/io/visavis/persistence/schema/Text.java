package io.visavis.persistence.schema;

/**
 * What may go into a text column. PostgreSQL refuses U+0000 and replaces lone surrogates, H2 keeps
 * both; Visavis refuses them before any database sees them, so that what was stored is what was
 * said and no transaction dies of a character.
 */
public final class Text {
  private Text() {}

  /**
   * Checks one value.
   *
   * @param field its name, for the message
   * @param value may be null
   * @param most how many characters (code points) it may have
   * @return the value
   * @throws UnstorableText if it is longer, or holds U+0000 or a lone surrogate
   */
  public static String checked(String field, String value, int most) {
    if (value == null) {
      return null;
    }
    if (!storable(value)) {
      throw new UnstorableText(field + " holds U+0000 or half a surrogate pair");
    }
    if (value.codePointCount(0, value.length()) > most) {
      throw new UnstorableText(field + " is longer than " + most + " characters");
    }
    return value;
  }

  /** Whether a text can stand in a column at all; a key that cannot is the key of nothing. */
  public static boolean storable(String value) {
    return value
        .codePoints()
        .noneMatch(
            point ->
                point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  /** Whether all of them can; null counts as cannot. */
  public static boolean allStorable(String... values) {
    for (String value : values) {
      if (value == null || !storable(value)) {
        return false;
      }
    }
    return true;
  }

  /** A text that no column can hold as it is. The message names the field, never the value. */
  public static final class UnstorableText extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnstorableText(String message) {
      super(message);
    }
  }
}
