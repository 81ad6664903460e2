package io.visavis.signaling.protocol;

import java.util.Map;
import java.util.Optional;

/** Why a side sends {@code share.stop}. */
public enum StopCause implements Word {
  /** A person pressed stop; either side. */
  STOPPED("stopped"),
  /** The browser's own stop bar, or the captured tab closed; popup only. */
  CAPTURE_ENDED("capture-ended"),
  /** The popup says goodbye; popup only. */
  POPUP_CLOSED("popup-closed"),
  /** The agent left the record's sharing tab; panel only. */
  AGENT_LEFT("agent-left");

  private static final Map<String, StopCause> BY_WORD = Word.index(values());

  private final String word;

  StopCause(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<StopCause> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
