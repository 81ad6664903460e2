package io.visavis.signaling.session;

import java.time.Instant;

/**
 * Evidence that the visitor gave or withdrew consent for one capability.
 *
 * @param capability what may be done: {@code view}; later {@code pointer}, {@code control}, {@code
 *     audio}
 * @param granted true for given, false for withdrawn
 * @param wording the id of the text that was shown, such as {@code view.1}
 * @param language the language it was shown in, {@code fr} or {@code en}
 * @param at when, truncated to microseconds
 */
public record Consent(
    String capability, boolean granted, String wording, String language, Instant at) {

  /** The capability every share needs: that the agent sees the picked surface. */
  public static final String VIEW = "view";
}
