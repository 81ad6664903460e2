package io.visavis.signaling.webhook;

import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What hosts are told of; the words stand in webhook bodies and in endpoints' choices. */
public enum EventType {
  SHARE_REQUESTED("share.requested"),
  SHARE_ACCEPTED("share.accepted"),
  SHARE_DECLINED("share.declined"),
  SHARE_LIVE("share.live"),
  SHARE_PAUSED("share.paused"),
  SHARE_RESUMED("share.resumed"),
  /** Exactly once for every share that was requested, whatever became of it. */
  SHARE_ENDED("share.ended"),
  ELIGIBILITY_CHANGED("eligibility.changed"),
  /** A visitor called for help. */
  HELP_ASKED("help.asked"),
  /** Sent by hand to see whether an endpoint works; nobody chooses it. */
  TEST("webhook.test");

  private final String word;

  EventType(String word) {
    this.word = word;
  }

  /** The machine word. */
  public String word() {
    return word;
  }

  /** The type of that word, if there is one that an endpoint may choose. */
  public static Optional<EventType> chosen(String word) {
    return Arrays.stream(values())
        .filter(type -> type != TEST && type.word.equals(word))
        .findFirst();
  }

  /** What a new request tells. */
  public static List<EventType> ofRequest() {
    return List.of(SHARE_REQUESTED);
  }

  /** What a move of a session tells, in order; most moves within a state tell nothing. */
  public static List<EventType> ofMove(SessionState from, ShareSession to) {
    if (from == to.state()) {
      return List.of();
    }
    return switch (to.state()) {
      case REQUESTED -> List.of();
      case ACCEPTED -> List.of(SHARE_ACCEPTED);
      case LIVE -> List.of(from == SessionState.PAUSED ? SHARE_RESUMED : SHARE_LIVE);
      case PAUSED -> List.of(SHARE_PAUSED);
      case ENDED -> ofEnd(to);
    };
  }

  private static List<EventType> ofEnd(ShareSession to) {
    var told = new ArrayList<EventType>();
    if (to.endReason() == EndReason.DECLINED) {
      told.add(SHARE_DECLINED);
    }
    told.add(SHARE_ENDED);
    return told;
  }
}
