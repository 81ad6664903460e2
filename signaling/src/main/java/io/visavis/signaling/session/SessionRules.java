package io.visavis.signaling.session;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param requestExpiry from the request to an answer
 * @param startDeadline from the yes to capture and activation
 * @param mediaDeadline from live to the first frame
 * @param grace from a lost connection to giving the participant up
 */
public record SessionRules(
    Duration requestExpiry, Duration startDeadline, Duration mediaDeadline, Duration grace) {

  /** The documented defaults. */
  public static final SessionRules DEFAULT =
      new SessionRules(
          Duration.ofSeconds(120),
          Duration.ofSeconds(180),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30));
}
