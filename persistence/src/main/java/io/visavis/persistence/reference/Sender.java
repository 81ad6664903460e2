package io.visavis.persistence.reference;

import java.util.Locale;

/** Which side of a conversation wrote a message. */
public enum Sender {
  VISITOR,
  AGENT;

  /** The word stored in the database and used on the wire: {@code visitor} or {@code agent}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Sender ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
