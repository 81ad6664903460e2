package io.visavis.signaling.protocol;

import java.util.Map;
import java.util.Optional;

/** How a share request reaches the visitor, and with it how long it waits for the answer. */
public enum Delivery implements Word {
  /** On the page the visitor is on; it ends with the agent and after the request's expiry. */
  SITE("site"),
  /** As a link that the host passes on; it outlives the agent's absence, for the link's life. */
  LINK("link");

  private static final Map<String, Delivery> BY_WORD = Word.index(values());

  private final String word;

  Delivery(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<Delivery> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
