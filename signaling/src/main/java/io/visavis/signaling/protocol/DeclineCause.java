package io.visavis.signaling.protocol;

import java.util.Map;
import java.util.Optional;

/** Why a visitor declines. */
public enum DeclineCause implements Word {
  /** The visitor said no. */
  REFUSED("refused"),
  /** This browser cannot share a screen. */
  BROWSER_UNSUPPORTED("browser-unsupported");

  private static final Map<String, DeclineCause> BY_WORD = Word.index(values());

  private final String word;

  DeclineCause(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<DeclineCause> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
