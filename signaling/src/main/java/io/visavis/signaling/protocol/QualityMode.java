package io.visavis.signaling.protocol;

import java.util.Map;
import java.util.Optional;

/** What the picture favours when the link cannot carry everything. */
public enum QualityMode implements Word {
  /** Resolution before frame rate: text stays legible. */
  SHARP("sharp"),
  /** Frame rate before resolution. */
  SMOOTH("smooth"),
  /** Little of both, for slow or metered links. */
  LOW_DATA("low-data");

  private static final Map<String, QualityMode> BY_WORD = Word.index(values());

  private final String word;

  QualityMode(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<QualityMode> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
