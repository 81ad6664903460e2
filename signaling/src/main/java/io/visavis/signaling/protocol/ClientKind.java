package io.visavis.signaling.protocol;

import java.util.Map;
import java.util.Optional;

/** What is connecting. */
public enum ClientKind implements Word {
  /** A page of the website that the visitor browses. */
  PAGE("page"),
  /** The visitor's sharing window. */
  POPUP("popup"),
  /** The agent's panel. */
  PANEL("panel");

  private static final Map<String, ClientKind> BY_WORD = Word.index(values());

  private final String word;

  ClientKind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<ClientKind> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
