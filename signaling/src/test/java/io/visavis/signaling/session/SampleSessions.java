package io.visavis.signaling.session;

import java.time.Instant;
import java.util.List;

/** Sessions in every state, made the way they come about. */
final class SampleSessions {
  static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  static final SessionMachine MACHINE = new SessionMachine(SessionRules.DEFAULT);

  private SampleSessions() {}

  static ShareSession requested() {
    return ShareSession.requested(
        "session-0000000000000001",
        "account",
        new ShareSession.Request("visitor-1", null, "agent-1", "Camille"),
        START,
        START.plus(SessionRules.DEFAULT.requestExpiry()));
  }

  static ShareSession requestedByLink() {
    return ShareSession.requested(
        "session-0000000000000002",
        "account",
        new ShareSession.Request("visitor-1", null, "agent-1", "Camille", true, false),
        START,
        START.plusSeconds(900));
  }

  static ShareSession accepted() {
    return after(requested(), Occurrence.accepted("view.1", "fr"));
  }

  /** The session of that name as the table's columns have it. */
  static ShareSession in(String column) {
    var capture = Occurrence.of(Trigger.CAPTURE_STARTS, "browser");
    var activate = Occurrence.of(Trigger.AGENT_ACTIVATES);
    return switch (column) {
      case "requested" -> requested();
      case "requested, by link" -> requestedByLink();
      case "accepted" -> accepted();
      case "accepted, captures" -> after(accepted(), capture);
      case "accepted, activated" -> after(accepted(), activate);
      case "live" -> after(accepted(), capture, activate);
      case "paused" -> after(accepted(), capture, activate, Occurrence.of(Trigger.VISITOR_PAUSES));
      case "ended" -> after(accepted(), Occurrence.of(Trigger.VISITOR_STOPS));
      default -> throw new IllegalArgumentException(column);
    };
  }

  static ShareSession after(ShareSession session, Occurrence... occurrences) {
    var now = session;
    for (var occurrence : List.of(occurrences)) {
      now = ((Decision.Moved) MACHINE.decide(now, occurrence, START.plusSeconds(1))).to();
    }
    return now;
  }
}
