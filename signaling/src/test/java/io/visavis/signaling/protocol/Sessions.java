package io.visavis.signaling.protocol;

import io.visavis.signaling.protocol.SessionSnapshot.Agent;
import io.visavis.signaling.protocol.SessionSnapshot.Connections;
import io.visavis.signaling.protocol.SessionSnapshot.Deadline;
import io.visavis.signaling.protocol.SessionSnapshot.Ending;
import io.visavis.signaling.protocol.SessionSnapshot.Picture;
import io.visavis.signaling.protocol.SessionSnapshot.Times;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.Health;
import io.visavis.signaling.session.SessionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The sessions of the examples. */
final class Sessions {
  static final String ID = "q7Jx0mC3TzqWv1Zk9RfYbA";
  static final String VISITOR = "v.4f2a91c0-7d1e:9b";

  private static final Instant ASKED = Instant.parse("2026-11-20T10:00:00Z");
  private static final Agent AGENT = new Agent("camille", "Camille Perrin");
  private static final Times ONLY_ASKED = new Times(ASKED, Optional.empty(), Optional.empty());
  private static final Times WAS_LIVE =
      new Times(
          ASKED,
          Optional.of(Instant.parse("2026-11-20T10:00:04.5Z")),
          Optional.of(Instant.parse("2026-11-20T10:00:09.25Z")));
  private static final Picture NONE_YET =
      new Picture(
          false, false, false, Optional.empty(), QualityMode.SHARP, Notice.NONE, false, Map.of());

  static final SessionSnapshot.Link LINK =
      new SessionSnapshot.Link(
          "https://share.example.com/accept/#k="
              + "q7Jx0mC3TzqWv1Zk9RfYbAq7Jx0mC3TzqWv1Zk9RfYbAxxxxxxxxxx",
          Instant.parse("2026-11-20T10:02:00Z"),
          Delivery.SITE);

  private Sessions() {}

  static SessionSnapshot requested() {
    return new SessionSnapshot(
        ID,
        VISITOR,
        SessionState.REQUESTED,
        AGENT,
        "Maison Lumen",
        Optional.empty(),
        NONE_YET,
        new Connections(Health.CONNECTED, Health.CONNECTED),
        ONLY_ASKED,
        Optional.empty(),
        Optional.of(new Deadline(EndReason.EXPIRED, Instant.parse("2026-11-20T10:02:00Z"))),
        Optional.of(true),
        Optional.of(LINK));
  }

  static SessionSnapshot live() {
    return new SessionSnapshot(
            ID,
            VISITOR,
            SessionState.LIVE,
            AGENT,
            "Maison Lumen",
            Optional.empty(),
            picture(true),
            new Connections(Health.RECONNECTING, Health.CONNECTED),
            WAS_LIVE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty())
        .withMine(false);
  }

  /** Accepted, and both sides look for a relay in vain. */
  static SessionSnapshot withoutRelay() {
    var failures = Map.of(Side.AGENT, RelayReach.UNREACHABLE, Side.VISITOR, RelayReach.REFUSED);
    return new SessionSnapshot(
        ID,
        VISITOR,
        SessionState.ACCEPTED,
        AGENT,
        "Maison Lumen",
        Optional.empty(),
        new Picture(
            false,
            false,
            false,
            Optional.empty(),
            QualityMode.SHARP,
            Notice.NO_RELAY,
            true,
            failures),
        new Connections(Health.CONNECTED, Health.CONNECTED),
        new Times(ASKED, WAS_LIVE.acceptedAt(), Optional.empty()),
        Optional.empty(),
        Optional.of(new Deadline(EndReason.NOT_STARTED, Instant.parse("2026-11-20T10:03:04.5Z"))),
        Optional.empty(),
        Optional.empty());
  }

  private static Picture picture(boolean flows) {
    return new Picture(
        flows,
        true,
        flows,
        Optional.of(Surface.BROWSER),
        QualityMode.SMOOTH,
        Notice.NONE,
        flows,
        Map.of());
  }

  static SessionSnapshot ended() {
    return new SessionSnapshot(
        ID,
        VISITOR,
        SessionState.ENDED,
        AGENT,
        "Maison Lumen",
        Optional.empty(),
        picture(false),
        new Connections(Health.GONE, Health.CONNECTED),
        WAS_LIVE,
        Optional.of(
            new Ending(
                Instant.parse("2026-11-20T10:05:09.25Z"),
                EndReason.VISITOR_LOST,
                Optional.empty(),
                Duration.ofMinutes(5))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static SessionSnapshot declined() {
    return new SessionSnapshot(
        ID,
        VISITOR,
        SessionState.ENDED,
        AGENT,
        "Maison Lumen",
        Optional.empty(),
        NONE_YET,
        new Connections(Health.CONNECTED, Health.ABSENT),
        ONLY_ASKED,
        Optional.of(
            new Ending(
                Instant.parse("2026-11-20T10:00:03Z"),
                EndReason.DECLINED,
                Optional.of("browser-unsupported"),
                Duration.ZERO)),
        Optional.empty(),
        Optional.of(true),
        Optional.empty());
  }
}
