package io.visavis.signaling.policy;

import io.visavis.signaling.protocol.Word;
import java.util.Map;
import java.util.Optional;

/** Whose share requests an account lets through. */
public enum RequestsFrom implements Word {
  /** Of every agent with a token of the account. */
  EVERY_AGENT("every-agent"),
  /** Of the agents that the account listed. */
  LISTED_AGENTS("listed-agents");

  private static final Map<String, RequestsFrom> BY_WORD = Word.index(values());

  private final String word;

  RequestsFrom(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<RequestsFrom> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
