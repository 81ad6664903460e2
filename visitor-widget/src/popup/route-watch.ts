const ROUTE_MS = 15_000;

/** Tells when no way to the agent was found in good time. */
export class RouteWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #overdue: () => void;

  constructor(overdue: () => void) {
    this.#overdue = overdue;
  }

  /** Counts from now on. */
  start(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#overdue, ROUTE_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
