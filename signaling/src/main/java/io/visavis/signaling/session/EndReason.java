package io.visavis.signaling.session;

import java.util.Arrays;
import java.util.Optional;

/** Why a share session ended; the words stand in the protocol schema and in every record. */
public enum EndReason {
  VISITOR_STOPPED("visitor-stopped"),
  AGENT_STOPPED("agent-stopped"),
  CAPTURE_ENDED("capture-ended"),
  POPUP_CLOSED("popup-closed"),
  AGENT_LEFT("agent-left"),
  VISITOR_LOST("visitor-lost"),
  AGENT_LOST("agent-lost"),
  EXPIRED("expired"),
  DECLINED("declined"),
  NOT_STARTED("not-started"),
  NOT_ACTIVATED("not-activated"),
  ELIGIBILITY_REVOKED("eligibility-revoked"),
  NO_MEDIA("no-media"),
  WITHDRAWN("withdrawn");

  private final String word;

  EndReason(String word) {
    this.word = word;
  }

  /** The machine word on the wire and in the database. */
  public String word() {
    return word;
  }

  /** The reason of that word, if there is one. */
  public static Optional<EndReason> of(String word) {
    return Arrays.stream(values()).filter(reason -> reason.word.equals(word)).findFirst();
  }
}
