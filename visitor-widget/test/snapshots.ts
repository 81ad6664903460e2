import type { SessionSnapshot } from "@visavis/signaling-client";

/** A session as the server tells of it, at the request unless told. */
export function snapshot(more: Partial<SessionSnapshot> = {}): SessionSnapshot {
  return {
    id: "session-0123456789abcdef",
    visitorId: "visitor-1",
    state: "requested",
    agent: { id: "camille", name: "Camille" },
    accountName: "Maison Lumen",
    capturing: false,
    activated: false,
    mediaFlowing: false,
    quality: "sharp",
    visitorConnection: "absent",
    agentConnection: "connected",
    notice: "none",
    requestedAt: "2026-01-01T00:00:00Z",
    ...more,
  };
}

/** The session live with both sides there. */
export function live(more: Partial<SessionSnapshot> = {}): SessionSnapshot {
  return snapshot({
    state: "live",
    capturing: true,
    activated: true,
    visitorConnection: "connected",
    liveAt: "2026-01-01T00:01:00Z",
    ...more,
  });
}
