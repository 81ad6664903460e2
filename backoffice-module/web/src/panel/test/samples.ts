import type { HelloResult, SessionSnapshot } from "@visavis/signaling-client";
import type { AccountState } from "../../shared/account.ts";

/** The visitor of all samples. */
export const VISITOR = "visitor-4f2a";

/** A share of this panel, just requested, with other parts where given. */
export function session(parts: Partial<SessionSnapshot> = {}): SessionSnapshot {
  return {
    id: "AAAAAAAAAAAAAAAAAAAAAA",
    visitorId: VISITOR,
    state: "requested",
    agent: { id: "camille", name: "Camille Lenoir" },
    accountName: "Maison Lumen",
    capturing: false,
    activated: false,
    mediaFlowing: false,
    quality: "sharp",
    visitorConnection: "absent",
    agentConnection: "connected",
    notice: "none",
    requestedAt: "2026-03-02T09:00:00Z",
    mine: true,
    ...parts,
  };
}

/** The answer to `hello`, with other parts where given. */
export function hello(parts: Partial<HelloResult> = {}): HelloResult {
  return {
    version: 1,
    connectionId: "connection",
    role: "agent",
    serverTime: "2026-03-02T09:00:00Z",
    account: {
      name: "Maison Lumen",
      policy: { surface: "any", relayOnly: false, languages: ["fr", "en"], mayRequest: true },
    },
    tokenExpiresAt: "2026-03-02T09:15:00Z",
    heartbeat: { intervalMs: 10_000, timeoutMs: 25_000 },
    iceServers: [],
    eligible: true,
    ...parts,
  };
}

/** An account without access, with other parts where given. */
export function account(parts: Partial<AccountState> = {}): AccountState {
  return {
    name: "Maison Lumen",
    siteKey: "pk_demo_lumen",
    eligible: false,
    eligibleUntil: null,
    reason: parts.eligible === true ? "eligible" : "never-granted",
    accessRequestedAt: null,
    accessRefusal: null,
    mayRequest: true,
    ...parts,
  };
}
