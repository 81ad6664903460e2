package io.visavis.signaling.policy;

import java.time.Instant;

/** What became of a decision about an account's policy. */
public sealed interface Ruling {

  /** What was decided stands: as a new version, or because it stood already. */
  record Stands(AccountPolicy policy, boolean isNew) implements Ruling {}

  /** Another version than was seen stands, with other choices; or the account is unknown. */
  record ChangedSince() implements Ruling {}

  /**
   * The account decided as often as it may within an hour.
   *
   * @param roomAt from when on it may decide again
   */
  record TooOften(Instant roomAt) implements Ruling {}
}
