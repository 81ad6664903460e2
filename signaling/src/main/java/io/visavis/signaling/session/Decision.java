package io.visavis.signaling.session;

import java.util.Set;

/** What {@link SessionMachine} says to an occurrence. */
public sealed interface Decision {

  /** The session moves; {@code to} is one version after the old one. */
  record Moved(ShareSession to, Set<Effect> effects) implements Decision {}

  /** Nothing is to be done: the fact already holds. The sender gets an ok. */
  record Unchanged() implements Decision {}

  /** Refused to its sender. */
  record Rejected(Refusal code) implements Decision {}

  /** Why a trigger is not allowed. */
  enum Refusal {
    /** Somebody already answered this request. */
    ALREADY_ANSWERED,
    /** The session is over. */
    ENDED,
    /** The trigger makes no sense in this state. */
    WRONG_STATE
  }
}
