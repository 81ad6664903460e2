package io.visavis.signaling.session;

/**
 * What a transition asks of the outside, as data. Announcing the new state to both sides always
 * goes with it; whether peer messages pass follows from the state itself.
 */
public enum Effect {
  /** Keep the visitor's yes as evidence. */
  RECORD_CONSENT,
  /** Keep that the consent is over. */
  WITHDRAW_CONSENT
}
