package io.visavis.signaling.protocol;

import java.util.Map;
import java.util.Optional;

/** One of the two sides of a share, decided by the verified token. */
public enum Side implements Word {
  /** Who shares. */
  VISITOR("visitor"),
  /** Who sees. */
  AGENT("agent");

  private static final Map<String, Side> BY_WORD = Word.index(values());

  private final String word;

  Side(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<Side> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
