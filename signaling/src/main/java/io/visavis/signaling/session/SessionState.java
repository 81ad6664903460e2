package io.visavis.signaling.session;

/** Where a share session stands. Connection health is a machine of its own: {@link Health}. */
public enum SessionState {
  /** The agent asked; the visitor has not answered. */
  REQUESTED,
  /** The visitor said yes; capture or activation is still missing. */
  ACCEPTED,
  /** The visitor captures and the agent has activated: pictures may flow. */
  LIVE,
  /** Live, but the visitor blanked the picture. */
  PAUSED,
  /** Over, for the reason kept beside it. Nothing leaves this state. */
  ENDED;

  /** Whether a session in this state still holds its visitor. */
  public boolean open() {
    return this != ENDED;
  }
}
