package io.visavis.signaling.session;

/**
 * What may happen to a share session. Who may cause which trigger stands in the endpoint's
 * authorization table.
 */
public enum Trigger {
  VISITOR_ACCEPTS(Actor.VISITOR),
  VISITOR_DECLINES(Actor.VISITOR),
  AGENT_WITHDRAWS(Actor.AGENT),
  AGENT_ACTIVATES(Actor.AGENT),
  CAPTURE_STARTS(Actor.VISITOR),
  MEDIA_FLOWS(Actor.AGENT),
  VISITOR_PAUSES(Actor.VISITOR),
  VISITOR_RESUMES(Actor.VISITOR),
  VISITOR_STOPS(Actor.VISITOR),
  AGENT_STOPS(Actor.AGENT),
  CAPTURE_ENDS(Actor.VISITOR),
  POPUP_CLOSES(Actor.VISITOR),
  AGENT_LEAVES(Actor.AGENT),
  /**
   * The deadline that the session carries has passed; which one follows from the session itself.
   */
  DEADLINE_PASSES(Actor.SYSTEM),
  /** The visitor's grace after a lost connection is over. */
  VISITOR_GONE(Actor.SYSTEM),
  /** The agent's grace after a lost connection is over. */
  AGENT_GONE(Actor.SYSTEM),
  ELIGIBILITY_ENDS(Actor.SYSTEM);

  private final Actor actor;

  Trigger(Actor actor) {
    this.actor = actor;
  }

  /** Whose doing this is, for the record. */
  public Actor actor() {
    return actor;
  }
}
