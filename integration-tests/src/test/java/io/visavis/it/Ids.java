package io.visavis.it;

/** Ids of the service, which look random. */
final class Ids {
  private static final int CHANGED = 8;

  private Ids() {}

  /** An id of the same form that belongs to nothing. */
  static String unknownLike(String id) {
    StringBuilder changed = new StringBuilder(id);
    for (int i = Math.max(0, id.length() - CHANGED - 1); i < id.length() - 1; i++) {
      changed.setCharAt(i, next(id.charAt(i)));
    }
    return changed.toString();
  }

  /** Stays a digit, and a hexadecimal letter stays one. The last character may carry spare bits. */
  private static char next(char c) {
    if (Character.isDigit(c)) {
      return (char) ('0' + (c - '0' + 3) % 10);
    }
    return Character.isLetter(c) ? (c == 'a' ? 'b' : 'a') : c;
  }
}
