import { account, type VisavisAccount } from "./visavis.ts";

/** How often the standing is asked for again while somebody looks, in milliseconds. */
const everyMs = 30_000;

/**
 * The account's standing with Visavis, kept fresh. `null` until it is known; `away` when the
 * service does not answer. Dispatches `change`.
 */
export class Standing extends EventTarget {
  readonly #service: string;
  #account: VisavisAccount | null = null;
  #away = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(service: string) {
    super();
    this.#service = service;
  }

  get account(): VisavisAccount | null {
    return this.#account;
  }

  get away(): boolean {
    return this.#away;
  }

  open(): void {
    addEventListener("focus", this.#refresh);
    this.#timer = setInterval(() => {
      if (document.visibilityState === "visible") this.#refresh();
    }, everyMs);
    this.#refresh();
  }

  close(): void {
    removeEventListener("focus", this.#refresh);
    clearInterval(this.#timer);
  }

  /** Takes what the panel says: it knows at once. */
  heard(eligible: boolean): void {
    if (this.#account && this.#account.eligible !== eligible) this.#refresh();
  }

  readonly #refresh = (): void => {
    void account(this.#service)
      .then((found) => {
        this.#account = found;
        this.#away = false;
      })
      .catch(() => {
        this.#away = true;
      })
      .finally(() => this.dispatchEvent(new Event("change")));
  };
}
