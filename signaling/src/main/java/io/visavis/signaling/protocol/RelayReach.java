package io.visavis.signaling.protocol;

import java.util.Map;
import java.util.Optional;

/** What a side of a share found when it looked for the relay. */
public enum RelayReach implements Word {
  /** It lets this side through. */
  REACHED("reached"),
  /** It answers, and does not take the credentials or has no room. */
  REFUSED("refused"),
  /** It does not answer. */
  UNREACHABLE("unreachable"),
  /** The service named none. */
  MISSING("missing");

  private static final Map<String, RelayReach> BY_WORD = Word.index(values());

  private final String word;

  RelayReach(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<RelayReach> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
