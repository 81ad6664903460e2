package io.visavis.signaling.website;

import java.time.Duration;

/**
 * How long a call for help lasts.
 *
 * @param life for how long it is shown to agents while nobody answers it
 * @param rest for how long another call of the same visitor counts as the same
 * @param perMinute how many calls all visitors of an account may make within any minute
 */
public record HelpRules(Duration life, Duration rest, int perMinute) {

  /** The defaults of the settings. */
  public static final HelpRules DEFAULT =
      new HelpRules(Duration.ofMinutes(15), Duration.ofSeconds(30), 60);
}
