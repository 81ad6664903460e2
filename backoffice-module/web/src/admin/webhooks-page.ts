import { ApiError, type Api } from "../shared/api.ts";

/** An endpoint, as REST gives it. */
export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly description: string | null;
  readonly status: "enabled" | "disabled" | "gone";
  readonly createdAt: string;
  readonly previousSecretUntil: string | null;
  readonly secret?: string;
}

/** A delivery, as REST gives it. */
export interface Delivery {
  readonly id: string;
  readonly messageId: string;
  readonly type: string;
  readonly status: "waiting" | "delivered" | "failed";
  readonly attempts: number;
  readonly createdAt: string;
  readonly nextAt: string | null;
  readonly body: string;
  readonly last: {
    readonly at: string;
    readonly httpStatus: number | null;
    readonly error: string | null;
    readonly answer: string | null;
  } | null;
}

/** What the admin fills in; no events: all of them. */
export interface NewEndpoint {
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
}

/** What cannot be taken back and is asked about first. */
export type Risk = "delete" | "roll";

/** What went wrong with the last thing done. */
export type WebhookTrouble = "address" | "limit" | "failed";

/** The deliveries shown of one endpoint. */
export interface Log {
  readonly endpoint: string;
  /** null until loaded. */
  readonly items: readonly Delivery[] | null;
  readonly next: string | null;
  readonly failed: boolean;
}

/** Everything the section knows. */
export interface WebhooksState {
  /** null until loaded. */
  readonly endpoints: readonly Endpoint[] | null;
  readonly failed: boolean;
  readonly adding: boolean;
  readonly busy: boolean;
  readonly trouble: WebhookTrouble | null;
  /** A secret just made: it is shown until it is dismissed and never comes again. */
  readonly secret: { readonly endpoint: string; readonly value: string } | null;
  readonly copied: boolean;
  readonly risk: { readonly endpoint: string; readonly what: Risk } | null;
  readonly log: Log | null;
  /** The endpoint to which a test is on its way. */
  readonly tested: string | null;
}

const PAGE = 20;

/** The section on webhooks: what it knows and does, without its drawing. */
export class WebhooksPage {
  /** Replaced, never changed. */
  state: WebhooksState = {
    endpoints: null,
    failed: false,
    adding: false,
    busy: false,
    trouble: null,
    secret: null,
    copied: false,
    risk: null,
    log: null,
    tested: null,
  };

  /** @param changed called after every change of {@link WebhooksPage.state} */
  constructor(
    private readonly api: Pick<Api, "call">,
    private readonly changed: () => void,
  ) {}

  /** Loads the endpoints. */
  async load(): Promise<void> {
    try {
      const found = await this.api.call<{ items: readonly Endpoint[] }>("GET", "/webhooks");
      this.set({ endpoints: found.items, failed: false });
    } catch {
      this.set({ failed: true });
    }
  }

  /** Shows or hides the form. */
  form(adding: boolean): void {
    this.set({ adding, trouble: null });
  }

  /** Adds an endpoint and shows its secret. */
  async add(wish: NewEndpoint): Promise<void> {
    const description = wish.description.trim();
    const body = {
      url: wish.url.trim(),
      events: wish.events,
      ...(description === "" ? {} : { description }),
    };
    await this.act(async () => {
      const made = await this.api.call<Endpoint>("POST", "/webhooks", body);
      this.set({ adding: false, ...shown(made) });
    });
  }

  /** Switches an endpoint on or off. */
  async enable(endpoint: Endpoint, enabled: boolean): Promise<void> {
    const { url, events, description } = endpoint;
    const body = { url, events, enabled, ...(description === null ? {} : { description }) };
    await this.act(() => this.api.call("PUT", route(endpoint.id), body));
  }

  /** Asks whether that is meant, or no longer. */
  ask(endpoint: string, what: Risk | null): void {
    this.set({ risk: what === null ? null : { endpoint, what } });
  }

  /** Does what was asked about. */
  async confirm(): Promise<void> {
    const { risk } = this.state;
    if (risk === null) return;
    await this.act(async () => {
      if (risk.what === "delete") {
        await this.api.call("DELETE", route(risk.endpoint));
        if (this.state.log?.endpoint === risk.endpoint) this.set({ log: null });
      } else {
        this.set(shown(await this.api.call<Endpoint>("POST", `${route(risk.endpoint)}/secret`)));
      }
    });
    this.set({ risk: null });
  }

  /** Notes that the secret shown went to the clipboard. */
  copied(): void {
    this.set({ copied: true });
  }

  /** Forgets the secret shown. */
  dismissSecret(): void {
    this.set({ secret: null, copied: false });
  }

  /** Sends a test event and opens the log in which it appears. */
  async test(endpoint: string): Promise<void> {
    await this.act(async () => {
      await this.api.call("POST", `${route(endpoint)}/test`);
      this.set({ tested: endpoint });
    });
    if (this.state.trouble === null) await this.open(endpoint);
  }

  /** Shows the newest deliveries of an endpoint. */
  async open(endpoint: string): Promise<void> {
    const shownNow = this.state.log?.endpoint === endpoint ? this.state.log.items : null;
    this.set({ log: { endpoint, items: shownNow, next: null, failed: false } });
    await this.page(endpoint, null);
  }

  /** Shows no deliveries. */
  close(): void {
    this.set({ log: null, tested: null });
  }

  /** Shows the deliveries before the oldest one shown. */
  async more(): Promise<void> {
    const { log } = this.state;
    if (log !== null && log.next !== null) await this.page(log.endpoint, log.next);
  }

  /** Sends a delivery again. */
  async resend(delivery: Delivery): Promise<void> {
    const { log } = this.state;
    if (log === null) return;
    await this.act(async () => {
      await this.api.call("POST", `${route(log.endpoint)}/deliveries/${delivery.id}/resend`);
      await this.page(log.endpoint, null);
    });
  }

  /** Loads again what may have changed by itself. */
  async refresh(): Promise<void> {
    const { log, endpoints, busy } = this.state;
    // What another admin or a receiver's 410 changed: a switch thrown here must not write it back.
    if (endpoints !== null && !busy) await this.load();
    if (log?.items != null && log.items.length <= PAGE) await this.page(log.endpoint, null);
  }

  private async page(endpoint: string, before: string | null): Promise<void> {
    const query = new URLSearchParams({ limit: String(PAGE) });
    if (before !== null) query.set("before", before);
    try {
      const page = await this.api.call<{ items: readonly Delivery[]; next: string | null }>(
        "GET",
        `${route(endpoint)}/deliveries?${query.toString()}`,
      );
      const { log } = this.state;
      // Another endpoint's log may have been opened meanwhile.
      if (log?.endpoint !== endpoint) return;
      const items = before === null ? page.items : [...(log.items ?? []), ...page.items];
      this.set({ log: { endpoint, items, next: page.next, failed: false } });
    } catch {
      const { log } = this.state;
      if (log?.endpoint === endpoint) this.set({ log: { ...log, failed: true } });
    }
  }

  private async act(work: () => Promise<unknown>): Promise<void> {
    if (this.state.busy) return;
    this.set({ busy: true, trouble: null });
    try {
      await work();
      await this.load();
    } catch (error) {
      this.set({ trouble: troubleOf(error) });
    }
    this.set({ busy: false });
  }

  private set(change: Partial<WebhooksState>): void {
    this.state = { ...this.state, ...change };
    this.changed();
  }
}

function shown(made: Endpoint): Pick<WebhooksState, "secret" | "copied"> {
  return { secret: { endpoint: made.id, value: made.secret ?? "" }, copied: false };
}

function route(endpoint: string): string {
  return `/webhooks/${encodeURIComponent(endpoint)}`;
}

function troubleOf(error: unknown): WebhookTrouble {
  if (!(error instanceof ApiError)) return "failed";
  if (error.pointer === "/url") return "address";
  return error.code === "limit-reached" ? "limit" : "failed";
}
