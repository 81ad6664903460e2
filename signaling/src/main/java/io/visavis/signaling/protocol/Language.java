package io.visavis.signaling.protocol;

import java.util.Map;
import java.util.Optional;

/** A language of the user interface (BCP 47 primary subtag). */
public enum Language implements Word {
  /** French. */
  FR("fr"),
  /** English. */
  EN("en");

  private static final Map<String, Language> BY_WORD = Word.index(values());

  private final String word;

  Language(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<Language> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
