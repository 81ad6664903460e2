package io.visavis.signaling.protocol;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an account lets its visitors show. */
public enum SurfaceLimit implements Word {
  /** Whatever the browser offers. */
  ANY("any", EnumSet.allOf(Surface.class)),
  /** A window or a tab, never a whole screen. */
  WINDOW("window", EnumSet.of(Surface.WINDOW, Surface.BROWSER)),
  /** A browser tab. */
  TAB("tab", EnumSet.of(Surface.BROWSER));

  private static final Map<String, SurfaceLimit> BY_WORD = Word.index(values());

  private final String word;
  private final Set<Surface> permitted;

  SurfaceLimit(String word, Set<Surface> permitted) {
    this.word = word;
    this.permitted = permitted;
  }

  @Override
  public String word() {
    return word;
  }

  /**
   * Whether that may be shown. What the browser does not say is permitted only where everything is.
   */
  public boolean permits(Surface surface) {
    return permitted.contains(surface);
  }

  /** The constant that is written {@code word} on the wire; empty when there is none. */
  public static Optional<SurfaceLimit> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
