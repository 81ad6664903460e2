package io.visavis.signaling.protocol;

import java.util.Map;
import java.util.Optional;

/** What the visitor picked in the browser's picker. */
public enum Surface implements Word {
  /** A whole screen. */
  MONITOR("monitor"),
  /** One window. */
  WINDOW("window"),
  /** One browser tab. */
  BROWSER("browser"),
  /** The browser does not say. */
  UNKNOWN("unknown");

  private static final Map<String, Surface> BY_WORD = Word.index(values());

  private final String word;

  Surface(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<Surface> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
