package io.visavis.signaling.session;

/** Who caused a transition. */
public enum Actor {
  VISITOR,
  AGENT,
  SYSTEM
}
