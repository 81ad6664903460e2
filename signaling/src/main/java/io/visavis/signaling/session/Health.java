package io.visavis.signaling.session;

/** Connection health of one participant of a session; independent of {@link SessionState}. */
public enum Health {
  /** Never connected to this session yet. */
  ABSENT,
  CONNECTED,
  /** The connection is lost; the grace runs. */
  RECONNECTING,
  /** The grace is over. */
  GONE;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
