import type { RelayReach } from "./relay-watch.ts";

/** Sends a report, and again when the connection to the service comes back; news only. */
export class RelayReports {
  readonly #send: (sessionId: string, reach: RelayReach) => Promise<unknown>;
  #sessionId: string | undefined;
  #told: RelayReach = "reached";
  #latest: RelayReach = "reached";

  /** `send` asks the service to take a report (`relay.report`). */
  constructor(send: (sessionId: string, reach: RelayReach) => Promise<unknown>) {
    this.#send = send;
  }

  /** Takes what was found; the service is told unless it knows. */
  tell(sessionId: string, reach: RelayReach): void {
    if (sessionId !== this.#sessionId) this.#told = "reached";
    this.#sessionId = sessionId;
    this.#latest = reach;
    this.#pass();
  }

  /** The connection to the service is back: what it may have missed is told once more. */
  again(): void {
    this.#pass();
  }

  #pass(): void {
    const [sessionId, reach] = [this.#sessionId, this.#latest];
    if (sessionId === undefined || reach === this.#told) return;
    const before = this.#told;
    this.#told = reach;
    this.#send(sessionId, reach).catch(() => {
      if (this.#told === reach) this.#told = before;
    });
  }
}
