package io.visavis.signaling.protocol;

import java.util.Map;
import java.util.Optional;

/** What the visitor meets between yes and pixels, told to the agent. */
public enum Notice implements Word {
  /** Nothing stands in the way; clears an earlier notice. */
  NONE("none"),
  /** The browser blocked the sharing window. */
  POPUP_BLOCKED("popup-blocked"),
  /** The browser's picker is open. */
  PICKER_OPEN("picker-open"),
  /** The visitor closed the picker without a choice; not an end. */
  PICKER_CANCELLED("picker-cancelled"),
  /** The operating system or a policy refuses screen capture. */
  PERMISSION_DENIED("permission-denied"),
  /** The capture could not start for another reason. */
  CAPTURE_FAILED("capture-failed"),
  /** The visitor picked, or switched to, something that the account does not take. */
  SURFACE_REFUSED("surface-refused"),
  /** The account takes some surfaces only, and the visitor's browser does not tell which it is. */
  SURFACE_UNKNOWN("surface-unknown"),
  /** The two browsers find no way to each other. */
  NO_ROUTE("no-route"),
  /** There is no way but a relay, and not both sides reach one. */
  NO_RELAY("no-relay");

  private static final Map<String, Notice> BY_WORD = Word.index(values());

  private final String word;

  Notice(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<Notice> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
