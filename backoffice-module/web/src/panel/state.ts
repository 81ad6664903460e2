import type { ErrorCode, QualityMode, SessionSnapshot } from "@visavis/signaling-client";
import type { EligibilityReason } from "../shared/account.ts";

/** What the agent may press. */
export type PanelAction =
  | "request"
  | "request-link"
  | "withdraw"
  | "activate"
  | "stop"
  | "stop-elsewhere"
  | "take-here"
  | "retry"
  | "ask-access";

/** How the panel stands with the service. */
export type LinkState = "connecting" | "connected" | "reconnecting";

/** Why the panel cannot go on by itself. */
export type Obstacle =
  | "misconfigured"
  | "other-site"
  | "token-missing"
  | "token-refused"
  | "taken-over"
  | "service-refused";

/** How far the picture has come. */
export type MediaState = "none" | "connecting" | "connected" | "flowing" | "broken";

/** What the panel knows of the account. */
export interface PanelAccount {
  readonly name: string;
  readonly eligible: boolean;
  /** null until the service has said why. */
  readonly reason: EligibilityReason | null;
  readonly until: string | null;
  readonly accessRequestedAt: string | null;
}

/** What the account's policy means for this agent. */
export interface PanelPolicy {
  /** What visitors may show: anything, a window or a tab, or a tab only. */
  readonly surface: "any" | "window" | "tab";
  /** Whether pictures travel by a relay only. */
  readonly relayOnly: boolean;
  /** Whether this agent may send share requests. */
  readonly mayRequest: boolean;
}

/** An action that was refused or did not come through. */
export interface Failure {
  readonly action: PanelAction | "quality" | "watch";
  /** `no-answer`: the connection broke or the service stayed silent. */
  readonly code: ErrorCode | "no-answer";
}

/** What the panel knows of the visitor. */
export interface PanelVisitor {
  readonly online: boolean;
  readonly canShare: boolean;
  /** Since when the visitor waits for help (RFC 3339); absent when nobody has to answer. */
  readonly helpAskedAt?: string;
}

/** Everything the panel knows; instants are milliseconds of this browser's clock. */
export interface PanelState {
  readonly link: LinkState;
  readonly linkSince: number;
  readonly obstacle: Obstacle | null;
  readonly me: { readonly id: string; readonly role: "agent" | "admin" } | null;
  readonly account: PanelAccount | null;
  readonly policy: PanelPolicy;
  readonly visitor: PanelVisitor | null;
  /** The open share of this visitor, else the last one of this panel. */
  readonly session: SessionSnapshot | null;
  /** Whether that share is this panel's own. */
  readonly mine: boolean;
  readonly pending: PanelAction | null;
  /** The quality just asked for, until the service confirms it. */
  readonly wantedQuality: QualityMode | null;
  readonly failure: Failure | null;
  readonly media: MediaState;
  /** Service's clock minus this browser's, milliseconds. */
  readonly clockOffset: number;
}

/** The panel before anything is known, at `now`. */
export function initialState(now: number): PanelState {
  return {
    link: "connecting",
    linkSince: now,
    obstacle: null,
    me: null,
    account: null,
    policy: { surface: "any", relayOnly: false, mayRequest: true },
    visitor: null,
    session: null,
    mine: false,
    pending: null,
    wantedQuality: null,
    failure: null,
    media: "none",
    clockOffset: 0,
  };
}

/** A share that has not ended. */
export type OpenShare = SessionSnapshot & {
  readonly state: Exclude<SessionSnapshot["state"], "ended">;
};

/** Whether a share has not ended. */
export function isOpen(session: SessionSnapshot | null): session is OpenShare {
  return session !== null && session.state !== "ended";
}

/** Whether requests are open to this agent; what a role may is another matter, told elsewhere. */
export function mayAsk({ policy, me }: PanelState): boolean {
  return policy.mayRequest || me?.role === "admin";
}

/** Whether the agent who uses this panel asked for that share, here or in another window. */
export function isByMe(state: PanelState): boolean {
  return state.session !== null && state.session.agent.id === state.me?.id;
}

/**
 * Whether the picture may come over a relay only: the share's own word, whatever the account decided
 * since it was requested or had decided when this panel was greeted.
 */
export function mustRelay({ session }: PanelState): boolean {
  return session?.relayOnly === true;
}
