import { peekClaims } from "./claims.ts";

/** What a page of ours may tell its host, by `type` (`docs/plug-in/agent-side.md`). */
export type HostMessage =
  | { readonly type: "token-needed" }
  | { readonly type: "height"; readonly height: number }
  | {
      readonly type: "state";
      readonly session: unknown;
      readonly eligible: boolean;
      readonly visitor: unknown;
    }
  | { readonly type: "ended"; readonly session: unknown; readonly reason: string | null };

/** Thrown when the host gave no token in time. */
export class TokenMissing extends Error {
  constructor() {
    super("The host gave no token");
    this.name = "TokenMissing";
  }
}

/** The part of a window that the bridge touches; a test may give its own. */
export type BridgeWindow = Pick<
  Window,
  "parent" | "location" | "history" | "document" | "sessionStorage" | "addEventListener"
> &
  Pick<typeof globalThis, "setTimeout" | "clearTimeout">;

interface Waiter {
  readonly give: (token: string) => void;
  readonly fail: () => void;
}

/** Milliseconds between two asks, and after how many asks the page says that no token comes. */
const ASK_AGAIN = 1_000;
const ASKS = 4;
/** A token with less than this left (milliseconds) is renewed before use. */
const MARGIN = 30_000;

/**
 * Talks with the host around an embedded page: tokens in, states out. In a window of its own it
 * takes the token from the fragment (also from a later `hashchange`, so that the host can renew
 * it) and has nobody to talk to.
 *
 * Trust: the page's `frame-ancestors` lets only origins of the account frame it, so the parent is
 * one of them; messages count only from that very window, and from one origin.
 */
export class HostBridge {
  /** Whether the page stands in a frame. */
  readonly framed: boolean;
  /** Called when the host says that it hides the frame. */
  onLeave: () => void = () => undefined;
  /** Called on every token that comes, asked for or not. */
  onToken: () => void = () => undefined;

  private readonly window: BridgeWindow;
  private readonly storageKey: string;
  private hostOrigin: string | null;
  private originIsCertain: boolean;
  private held: string | null = null;
  private waiters: Waiter[] = [];
  private askTimer: ReturnType<typeof setTimeout> | undefined;

  /** @param purpose which page it is and for whom; keeps tokens of two windows apart */
  constructor(window: BridgeWindow, purpose: string) {
    this.window = window;
    this.storageKey = `visavis:token:${purpose}`;
    this.framed = window.parent !== (window as unknown as Window);
    const ancestor = this.framed
      ? (window.location.ancestorOrigins as DOMStringList | undefined)?.[0]
      : undefined;
    this.originIsCertain = ancestor !== undefined && ancestor !== "null";
    this.hostOrigin = this.originIsCertain ? (ancestor ?? null) : referrerOrigin(window);
    if (this.framed) {
      window.addEventListener("message", (event) => this.receive(event));
    } else {
      this.readFragment();
      window.addEventListener("hashchange", () => this.readFragment());
    }
  }

  /** Tells the host; silent in a window of its own and while the host is not known. */
  post(message: HostMessage): void {
    if (this.framed && this.hostOrigin !== null) this.send(message, this.hostOrigin);
  }

  /**
   * An agent token, the held one while it is good.
   *
   * @param fresh ask for another one, since the service refused the held one
   * @throws {@link TokenMissing} when the host does not answer within four seconds; {@link HostBridge.onToken} tells when
   * one comes after all
   */
  token(fresh = false): Promise<string> {
    const held = this.held;
    if (!fresh && held !== null && !expiresSoon(held)) return Promise.resolve(held);
    if (!this.framed) {
      return held !== null && !fresh && !expired(held)
        ? Promise.resolve(held)
        : Promise.reject(new TokenMissing());
    }
    return new Promise((resolve, reject) => {
      this.waiters.push({ give: resolve, fail: () => reject(new TokenMissing()) });
      if (this.askTimer === undefined) this.ask(1);
    });
  }

  private ask(count: number): void {
    if (count > ASKS) {
      this.askTimer = undefined;
      for (const waiter of this.waiters.splice(0)) waiter.fail();
      return;
    }
    // Nothing in this message is secret; a guessed origin that proves wrong would lose it.
    const target =
      this.originIsCertain || (count === 1 && this.hostOrigin) ? this.hostOrigin : null;
    this.send({ type: "token-needed" }, target ?? "*");
    this.askTimer = this.window.setTimeout(() => this.ask(count + 1), ASK_AGAIN);
  }

  private send(message: HostMessage, target: string): void {
    this.window.parent.postMessage({ source: "visavis", ...message }, target);
  }

  private receive(event: MessageEvent): void {
    if (event.source !== this.window.parent) return;
    if (this.originIsCertain && event.origin !== this.hostOrigin) return;
    const data: unknown = event.data;
    if (typeof data !== "object" || data === null) return;
    const { source, type, token } = data as Record<string, unknown>;
    if (source !== "visavis-host") return;
    this.hostOrigin = event.origin;
    this.originIsCertain = true;
    if (type === "leave") this.onLeave();
    if (type === "token" && typeof token === "string" && token !== "") this.take(token);
  }

  private readFragment(): void {
    const { location, history, sessionStorage } = this.window;
    const token = new URLSearchParams(location.hash.slice(1)).get("token");
    if (token === null || token === "") {
      this.held ??= sessionStorage.getItem(this.storageKey);
      return;
    }
    history.replaceState(null, "", location.pathname + location.search);
    sessionStorage.setItem(this.storageKey, token);
    this.take(token);
  }

  private take(token: string): void {
    this.held = token;
    this.window.clearTimeout(this.askTimer);
    this.askTimer = undefined;
    for (const waiter of this.waiters.splice(0)) waiter.give(token);
    this.onToken();
  }
}

function referrerOrigin(window: BridgeWindow): string | null {
  try {
    return new URL(window.document.referrer).origin;
  } catch {
    return null;
  }
}

function expiresSoon(token: string): boolean {
  return (peekClaims(token)?.expiresAt ?? Infinity) - Date.now() < MARGIN;
}

function expired(token: string): boolean {
  return (peekClaims(token)?.expiresAt ?? Infinity) <= Date.now();
}
