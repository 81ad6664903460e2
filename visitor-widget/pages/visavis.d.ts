/**
 * What the script tag of Visavis gives to a website: docs/plug-in/website.md.
 *
 *     /// <reference path="./visavis.d.ts" />
 *     window.visavis?.identify({ visitorId, visitorSignature });
 */

/** One share, as the visitor's page may see it. Times are RFC 3339, UTC. */
interface VisavisSession {
  readonly id: string;
  readonly visitorId: string;
  readonly state: "requested" | "accepted" | "live" | "paused" | "ended";
  readonly agent: { readonly id: string; readonly name: string };
  readonly accountName: string;
  readonly capturing: boolean;
  readonly activated: boolean;
  readonly mediaFlowing: boolean;
  readonly requestedAt: string;
  readonly acceptedAt?: string;
  readonly liveAt?: string;
  readonly endedAt?: string;
  /** A machine word such as `visitor-stopped`; more may come. */
  readonly endReason?: string;
  /** From live to the end. */
  readonly durationMs?: number;
}

/** Who the visitor is in the host's own terms. */
interface VisavisVisitor {
  /** Opaque, 8 to 128 of `A–Z a–z 0–9 . _ : -`. */
  visitorId: string;
  /** `kid.hex`, made by the host's server; needed where the account takes signed ids only. */
  visitorSignature?: string | undefined;
}

interface VisavisStart extends Partial<VisavisVisitor> {
  conversationId?: string;
  language?: string;
}

interface Visavis {
  /** Starts, or starts again; only needed with `data-start="manual"`. */
  start(options?: VisavisStart): void;
  /** Closes the connection. A share that runs goes on in its window. */
  stop(): void;
  /** The visitor signed in (an id) or out (`null`: a new id of the browser's own). */
  identify(visitor?: VisavisVisitor | null): void;
  /** The chat that the visitor is in now; goes with the next share requests. */
  setConversation(conversationId?: string | null): void;
  /** Calls for an agent; `false` when the call was not taken. Never rejects. */
  askForHelp(): Promise<boolean>;
  /** Whether {@link Visavis.askForHelp} would be taken; known once connected. */
  readonly mayAskForHelp: boolean;
  readonly visitorId: string | null;
  /** Whether this browser can share a screen at all. */
  readonly canShare: boolean;
  readonly session: VisavisSession | null;
  /** Draws the card and the sharing bar into that element; the returned function undoes it. */
  renderInto(element: Element): () => void;
  /** As a click on Yes: call it inside a click. `false` when the browser blocked the window. */
  accept(): boolean;
  decline(): void;
  stopSharing(): void;
}

/** Detail of the events that tell of a share. */
interface VisavisDetail {
  readonly session: VisavisSession;
}

interface WindowEventMap {
  "visavis:ready": CustomEvent<undefined>;
  /** Cancelable: with `preventDefault()` the host draws the request itself. */
  "visavis:request": CustomEvent<VisavisDetail>;
  "visavis:state": CustomEvent<VisavisDetail>;
  "visavis:ended": CustomEvent<VisavisDetail>;
  "visavis:online": CustomEvent<undefined>;
  "visavis:offline": CustomEvent<undefined>;
}

interface Window {
  /** Absent until the script has come, and for ever when it does not. */
  readonly visavis?: Visavis;
}
