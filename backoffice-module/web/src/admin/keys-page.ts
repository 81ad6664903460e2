import { ApiError, type Api } from "../shared/api.ts";

/** A key as REST tells of it. Times are RFC 3339, UTC. */
export interface AgentKey {
  readonly kid: string;
  readonly kind: "secret" | "public-key";
  readonly algorithm: string;
  readonly state: "active" | "ending" | "revoked";
  readonly createdAt: string | null;
  readonly createdBy: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

/** A key set that the host publishes. */
export interface KeySet {
  readonly url: string;
  readonly fetchedAt: string | null;
  readonly problem: string | null;
  readonly keys: readonly {
    readonly kid: string | null;
    readonly algorithm: string | null;
    readonly problem: string | null;
  }[];
}

/** What came of trying a token. */
export interface TokenTrial {
  readonly accepted: boolean;
  readonly fault: string | null;
  readonly header: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, string>>;
}

/** Why something about keys did not work. */
export type KeyTrouble =
  "private" | "kid" | "publicKey" | "url" | "limit" | "tries" | "unreachable" | "other";

/** What is being done with keys. */
export type KeyTask =
  | { readonly kind: "new" }
  | { readonly kind: "roll"; readonly key: AgentKey }
  | { readonly kind: "revoke"; readonly key: AgentKey }
  | {
      readonly kind: "shown";
      readonly key: AgentKey;
      /** null for a public key. */
      readonly secret: string | null;
      readonly replaced: AgentKey | null;
      readonly copied: boolean;
    };

/** Everything the section of keys knows. */
export interface KeysState {
  /** null until loaded. */
  readonly items: readonly AgentKey[] | null;
  readonly keySet: KeySet | null;
  readonly failed: boolean;
  readonly busy: boolean;
  readonly task: KeyTask | null;
  readonly taskTrouble: KeyTrouble | null;
  readonly revoked: string | null;
  readonly tested: KeySet | null;
  readonly setTrouble: KeyTrouble | null;
  readonly setSaved: boolean;
  readonly trial: TokenTrial | null;
  readonly trialTrouble: KeyTrouble | null;
}

/** What a form asks for; an empty text is none. */
export interface KeyForm {
  readonly kid: string;
  readonly publicKey: string | null;
}

/** The account's keys: what the section knows and does, without its drawing. */
export class KeysPage {
  /** Replaced, never changed. */
  state: KeysState = {
    items: null,
    keySet: null,
    failed: false,
    busy: false,
    task: null,
    taskTrouble: null,
    revoked: null,
    tested: null,
    setTrouble: null,
    setSaved: false,
    trial: null,
    trialTrouble: null,
  };

  /** @param changed called after every change of {@link KeysPage.state} */
  constructor(
    private readonly api: Pick<Api, "call">,
    private readonly changed: () => void,
  ) {}

  /** Loads the keys. */
  async load(): Promise<void> {
    try {
      const { items, keySet } = await this.api.call<Pick<KeysState, "items" | "keySet">>(
        "GET",
        "/keys",
      );
      this.set({ items, keySet, failed: false });
    } catch {
      this.set({ failed: true });
    }
  }

  /** Begins something, or with null leaves it; a secret that was shown is forgotten. */
  begin(task: KeyTask | null): void {
    this.set({ task, taskTrouble: null, revoked: null });
  }

  /** Makes a secret or registers a public key. */
  async add(form: KeyForm): Promise<void> {
    await this.change(form, (body) => this.api.call("POST", "/keys", body));
  }

  /**
   * Replaces a key.
   *
   * @param overlap how long the old one stays good, ISO 8601
   */
  async roll(key: AgentKey, form: KeyForm, overlap: string): Promise<void> {
    const route = `/keys/${encodeURIComponent(key.kid)}/roll`;
    await this.change(form, (body) => this.api.call("POST", route, { ...body, overlap }));
  }

  /** Revokes a key, `delay` milliseconds from now. */
  async revoke(key: AgentKey, delay: number): Promise<void> {
    const at = delay === 0 ? {} : { at: new Date(Date.now() + delay).toISOString() };
    const route = `/keys/${encodeURIComponent(key.kid)}/revoke`;
    await this.run("taskTrouble", async () => {
      await this.api.call("POST", route, at);
      this.set({ task: null, revoked: key.kid });
      await this.load();
    });
  }

  /** Notes that the secret shown went to the clipboard. */
  copied(): void {
    const { task } = this.state;
    if (task?.kind === "shown") this.set({ task: { ...task, copied: true } });
  }

  /** Fetches the key set at an address and shows what is in it. */
  async testSet(url: string): Promise<void> {
    this.set({ tested: null, setSaved: false });
    await this.run("setTrouble", async () => {
      const tested = await this.api.call<KeySet>("POST", "/keys/jwks/test", { url });
      this.set({ tested });
    });
  }

  /** Stores the address of the key set; an empty one forgets it. */
  async saveSet(url: string): Promise<void> {
    this.set({ setSaved: false });
    await this.run("setTrouble", async () => {
      if (url === "") await this.api.call("DELETE", "/keys/jwks");
      else await this.api.call("PUT", "/keys/jwks", { url });
      this.set({ setSaved: true, tested: null });
      await this.load();
    });
  }

  /** Tries a token. */
  async tryToken(token: string): Promise<void> {
    this.set({ trial: null });
    await this.run("trialTrouble", async () => {
      this.set({ trial: await this.api.call<TokenTrial>("POST", "/keys/try", { token }) });
    });
  }

  private async change(
    { kid, publicKey }: KeyForm,
    call: (body: object) => Promise<unknown>,
  ): Promise<void> {
    if (publicKey !== null && looksPrivate(publicKey)) {
      // Not even we get it.
      this.set({ taskTrouble: "private" });
      return;
    }
    const body = { ...(kid === "" ? {} : { kid }), ...(publicKey === null ? {} : { publicKey }) };
    await this.run("taskTrouble", async () => {
      const made = (await call(body)) as {
        key: AgentKey;
        secret: string | null;
        replaced?: AgentKey;
      };
      const { key, secret, replaced = null } = made;
      this.set({ task: { kind: "shown", key, secret, replaced, copied: false } });
      await this.load();
    });
  }

  private async run(
    place: "taskTrouble" | "setTrouble" | "trialTrouble",
    work: () => Promise<void>,
  ): Promise<void> {
    if (this.state.busy) return;
    this.set({ busy: true, [place]: null });
    try {
      await work();
    } catch (error) {
      this.set({ [place]: troubleOf(error) });
    }
    this.set({ busy: false });
  }

  private set(change: Partial<KeysState>): void {
    this.state = { ...this.state, ...change };
    this.changed();
  }
}

/** Whether a text holds the secret half of a pair: as PEM, or as a JWK with `d` or `k`. */
export function looksPrivate(text: string): boolean {
  return /PRIVATE KEY/.test(text) || /"(d|k)"\s*:/.test(text);
}

function troubleOf(error: unknown): KeyTrouble {
  if (!(error instanceof ApiError)) return "other";
  if (error.status === 429) return error.code === "too-many-messages" ? "tries" : "limit";
  if (error.code === "limit-reached") return "limit";
  if (error.status === 0 || error.status >= 500) return "unreachable";
  const field = error.pointer?.slice(1);
  return field === "kid" || field === "publicKey" || field === "url" ? field : "other";
}
