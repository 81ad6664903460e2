/** What `visavis-share.js` gives to a backoffice: docs/plug-in/agent-side.md. */

/** One share, as an agent may see it. Times are RFC 3339, UTC. */
interface VisavisShareSession {
  readonly id: string;
  readonly visitorId: string;
  readonly state: "requested" | "accepted" | "live" | "paused" | "ended";
  readonly agent: { readonly id: string; readonly name: string };
  readonly accountName: string;
  readonly conversationId?: string;
  readonly requestedAt: string;
  readonly acceptedAt?: string;
  readonly liveAt?: string;
  readonly endedAt?: string;
  /** A machine word such as `visitor-stopped`; more may come. */
  readonly endReason?: string;
  /** From live to the end. */
  readonly durationMs?: number;
}

/** `<visavis-share site="pk_…" visitor="…">`, with conversation, lang, theme and hide. */
interface VisavisShareElement extends HTMLElement {
  /** Asked whenever the panel needs a token. */
  tokenSource: (() => string | Promise<string>) | null;
  /** Gives a token; cannot be read. */
  set token(token: string);
  readonly session: VisavisShareSession | null;
  /** Ends the share, as when the agent leaves the tab. */
  leave(): void;
}

interface HTMLElementTagNameMap {
  "visavis-share": VisavisShareElement;
}

interface HTMLElementEventMap {
  "visavis-token-needed": CustomEvent<{ respond(token: string): void }>;
  "visavis-token-failed": CustomEvent<{ error: unknown }>;
  "visavis-state": CustomEvent<{
    session: VisavisShareSession | null;
    eligible: boolean;
    visitor: { online: boolean; canShare: boolean; helpAskedAt?: string } | null;
  }>;
  "visavis-ended": CustomEvent<{ session: VisavisShareSession; reason: string }>;
  "visavis-height": CustomEvent<{ height: number }>;
  "visavis-unreachable": CustomEvent<Record<string, never>>;
}
