import type { SessionSnapshot } from "@visavis/signaling-client";

const LONGEST_MS = 40_000;
const RETRY_MS = 3_000;

type FetchTicket = (
  sessionId: string,
) => Promise<{ ticket: string; expiresInMs: number } | undefined>;

/**
 * Keeps an unspent ticket at hand as long as a popup may have to be opened: asking for one inside
 * the click would be too late, browsers then refuse the popup.
 */
export class TicketKeeper {
  /** A ticket good for at least a few seconds more; empty if there is none. */
  ticket = "";
  readonly #fetch: FetchTicket;
  readonly #changed: () => void;
  #sessionId = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(fetch: FetchTicket, changed: () => void) {
    this.#fetch = fetch;
    this.#changed = changed;
  }

  /** Goes by the session's state: tickets from the request until the share is live. */
  follow(session: SessionSnapshot | null): void {
    const wanted = session?.state === "requested" || session?.state === "accepted";
    const sessionId = wanted ? session.id : "";
    if (sessionId === this.#sessionId) return;
    this.#sessionId = sessionId;
    this.spend();
  }

  /** The ticket was used: the next one is fetched. */
  spend(): void {
    this.ticket = "";
    void this.#renew();
  }

  async #renew(): Promise<void> {
    clearTimeout(this.#timer);
    const sessionId = this.#sessionId;
    if (!sessionId) return;
    let wait = RETRY_MS;
    try {
      const result = await this.#fetch(sessionId);
      if (sessionId !== this.#sessionId) return;
      this.ticket = result?.ticket ?? "";
      // Two thirds of its life: what is at hand is always good for a while yet.
      if (result) wait = Math.min(LONGEST_MS, (result.expiresInMs * 2) / 3);
    } catch {
      if (sessionId !== this.#sessionId) return;
      this.ticket = "";
    }
    this.#changed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#renew(), wait);
  }
}
