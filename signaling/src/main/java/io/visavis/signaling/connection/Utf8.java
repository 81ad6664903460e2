package io.visavis.signaling.connection;

/** Sizes as the wire has them. */
final class Utf8 {
  private static final int ONE_BYTE = 0x80;
  private static final int TWO_BYTES = 0x800;

  private Utf8() {}

  /** The bytes this text takes in UTF-8, without encoding it. */
  static int length(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= TWO_BYTES) {
        // A surrogate pair takes four bytes: two per unit.
        bytes += Character.isSurrogate(unit) ? 1 : 2;
      } else if (unit >= ONE_BYTE) {
        bytes++;
      }
    }
    return bytes;
  }
}
