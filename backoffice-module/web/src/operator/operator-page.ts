import type { EligibilityReason } from "../shared/account.ts";
import { Api, ApiError } from "../shared/api.ts";
import type { Limits } from "./limits-page.ts";

/** An account as the operator sees it. Times are RFC 3339, UTC. */
export interface OperatorAccount {
  readonly id: string;
  readonly name: string;
  readonly siteKey: string;
  readonly siteOrigins: readonly string[];
  readonly backofficeOrigins: readonly string[];
  readonly eligible: boolean;
  readonly eligibleUntil: string | null;
  readonly reason: EligibilityReason;
  readonly accessRequest: {
    readonly requestedAt: string;
    readonly requestedBy: string;
    readonly message: string | null;
  } | null;
  readonly limits: Limits;
  readonly liveSessions: number;
  readonly requestsLastHour: number;
  readonly sessionsTotal: number;
}

/** Something that happened to an account's access. */
export interface AccessEvent {
  readonly at: string;
  readonly by: string;
  readonly action: "granted" | "revoked" | "requested" | "refused" | "limited";
  readonly until: string | null;
  readonly note: string | null;
  /** With `limited` the limits as they were set, else null. */
  readonly limits: Limits | null;
}

/** Why something did not work. */
export type OperatorTrouble = "wrong" | "expired" | "limit" | "unreachable" | "other";

/** What lies open over the list. */
export type OperatorDialog =
  | { readonly kind: "grant"; readonly account: OperatorAccount }
  | { readonly kind: "refuse"; readonly account: OperatorAccount }
  | {
      readonly kind: "revoke";
      readonly account: OperatorAccount;
      /** Whether the account's figures are of now, not of when the list was loaded. */
      readonly fresh: boolean;
    }
  | {
      readonly kind: "history";
      readonly account: OperatorAccount;
      /** null until loaded. */
      readonly events: readonly AccessEvent[] | null;
    };

/** A list of accounts as REST gives it. */
interface Found {
  readonly items: readonly OperatorAccount[];
  readonly more: boolean;
}

/** How long nobody types before the service is asked, milliseconds. */
const TYPING = 250;

/** Everything the operator's page knows. */
export interface OperatorState {
  readonly signedIn: boolean;
  readonly trouble: OperatorTrouble | null;
  readonly busy: boolean;
  readonly query: string;
  /** null until loaded. */
  readonly accounts: readonly OperatorAccount[] | null;
  /** Whether there are more than {@link OperatorState.accounts}. */
  readonly more: boolean;
  /** Accounts that wait for an answer, whatever is searched for. */
  readonly pending: readonly OperatorAccount[];
  readonly dialog: OperatorDialog | null;
  readonly dialogTrouble: "past" | "answered" | "unreachable" | "other" | null;
  /** What was done last, for a word of confirmation. */
  readonly done: {
    readonly action: "granted" | "revoked" | "refused";
    readonly account: string;
  } | null;
}

/** Where the operator's token is kept between reloads. */
export interface TokenShelf {
  read(): string | null;
  write(token: string | null): void;
}

/** The operator's page: what it knows and does, without its drawing. */
export class OperatorPage {
  /** Replaced, never changed. */
  state: OperatorState;

  /** Signed in with the operator's token. */
  readonly api: Api;
  private searches = 0;

  /** @param changed called after every change of {@link OperatorPage.state} */
  constructor(
    base: string,
    private readonly shelf: TokenShelf,
    private readonly changed: () => void,
    send?: typeof fetch,
  ) {
    this.api = new Api(() => Promise.resolve(shelf.read()), base, send);
    this.state = {
      signedIn: shelf.read() !== null,
      trouble: null,
      busy: false,
      query: "",
      accounts: null,
      more: false,
      pending: [],
      dialog: null,
      dialogTrouble: null,
      done: null,
    };
  }

  /** Signs in and loads the accounts. */
  async signIn(name: string, password: string): Promise<void> {
    if (this.state.busy) return;
    this.set({ busy: true, trouble: null });
    try {
      this.shelf.write(null);
      const body = { name, password };
      const { token } = await this.api.call<{ token: string }>("POST", "/operator/sign-in", body);
      this.shelf.write(token);
      this.set({ busy: false, signedIn: true });
      await this.load();
    } catch (error) {
      const trouble = troubleOf(error);
      this.set({ busy: false, trouble: trouble === "expired" ? "wrong" : trouble });
    }
  }

  /** Forgets the token and everything that was shown. */
  signOut(trouble: OperatorTrouble | null = null): void {
    this.shelf.write(null);
    this.searches += 1;
    const empty = { accounts: null, pending: [], dialog: null, done: null, query: "" };
    this.set({ ...empty, signedIn: false, busy: false, trouble });
  }

  /** Loads the accounts that match the search; an answer overtaken by a later search is dropped. */
  async load(): Promise<void> {
    if (!this.state.signedIn) return;
    const turn = ++this.searches;
    const { query } = this.state;
    try {
      const found = await this.find(query === "" ? {} : { query });
      const asking = await this.find({ asking: "true" });
      if (turn !== this.searches) return;
      const pending = asking.items.filter(({ eligible }) => !eligible);
      this.set({ accounts: found.items, more: found.more, pending, trouble: null });
    } catch (error) {
      if (turn === this.searches) this.failed(error);
    }
  }

  /** Searches anew, once nobody has typed for a moment. */
  async search(query: string): Promise<void> {
    const wanted = query.trim();
    this.set({ query: wanted });
    await new Promise((resolve) => setTimeout(resolve, TYPING));
    if (this.state.query === wanted) await this.load();
  }

  /** Asks how to grant an account access. */
  openGrant(account: OperatorAccount): void {
    this.set({ dialog: { kind: "grant", account }, dialogTrouble: null, done: null });
  }

  /** Asks whether to say no to an account's request. */
  openRefuse(account: OperatorAccount): void {
    this.set({ dialog: { kind: "refuse", account }, dialogTrouble: null, done: null });
  }

  /** Asks whether to withdraw it; what that would end is loaded at that moment. */
  async openRevoke(account: OperatorAccount): Promise<void> {
    const asked = { kind: "revoke", account, fresh: false } as const;
    this.set({ dialog: asked, dialogTrouble: null, done: null });
    try {
      const { items } = await this.find({ query: account.siteKey });
      const found = items.find(({ id }) => id === account.id);
      if (this.state.dialog !== asked) return;
      this.set({ dialog: { ...asked, account: found ?? account, fresh: true } });
    } catch (error) {
      if (this.state.dialog === asked) this.dialogFailed(error);
    }
  }

  /** Opens an account's history. */
  async openHistory(account: OperatorAccount): Promise<void> {
    this.set({ dialog: { kind: "history", account, events: null }, dialogTrouble: null });
    const route = `${routeOf(account)}/history`;
    try {
      const { items } = await this.api.call<{ items: readonly AccessEvent[] }>("GET", route);
      const { dialog } = this.state;
      if (dialog?.kind !== "history" || dialog.account.id !== account.id) return;
      this.set({ dialog: { ...dialog, events: items } });
    } catch (error) {
      this.dialogFailed(error);
    }
  }

  /** Takes the word of confirmation away. */
  forgetDone(): void {
    if (this.state.done !== null) this.set({ done: null });
  }

  /** Closes whatever lies open. */
  closeDialog(): void {
    if (this.state.dialog !== null) this.set({ dialog: null, dialogTrouble: null });
  }

  /**
   * Grants access.
   *
   * @param until its end (RFC 3339), or null for none
   */
  async grant(account: OperatorAccount, until: string | null, note: string): Promise<void> {
    if (until !== null && Date.parse(until) <= Date.now()) {
      this.set({ dialogTrouble: "past" });
      return;
    }
    await this.decide(account, { eligible: true, ...(until === null ? {} : { until }) }, note);
  }

  /** Withdraws access; the service ends the account's open shares. */
  async revoke(account: OperatorAccount, note: string): Promise<void> {
    await this.decide(account, { eligible: false }, note);
  }

  /** Says no to an account's request; its admin reads the note and may ask again. */
  async refuse(account: OperatorAccount, note: string): Promise<void> {
    const route = `${routeOf(account)}/access-request/refuse`;
    await this.carryOut("refused", account, () => this.api.call("POST", route, noted(note)));
  }

  private async decide(
    account: OperatorAccount,
    decision: { eligible: boolean; until?: string },
    note: string,
  ): Promise<void> {
    const body = { ...decision, ...noted(note) };
    const action = decision.eligible ? "granted" : "revoked";
    const route = `${routeOf(account)}/eligibility`;
    await this.carryOut(action, account, () => this.api.call("PUT", route, body));
  }

  private async carryOut(
    action: NonNullable<OperatorState["done"]>["action"],
    account: OperatorAccount,
    work: () => Promise<unknown>,
  ): Promise<void> {
    if (this.state.busy) return;
    this.set({ busy: true, dialogTrouble: null });
    try {
      await work();
      this.set({ busy: false, dialog: null, done: { action, account: account.name } });
      await this.load();
    } catch (error) {
      this.set({ busy: false });
      this.dialogFailed(error);
    }
  }

  private find(what: Record<string, string>): Promise<Found> {
    const search = new URLSearchParams(what).toString();
    return this.api.call<Found>("GET", `/operator/accounts${search === "" ? "" : `?${search}`}`);
  }

  private failed(error: unknown): void {
    const trouble = troubleOf(error);
    if (trouble === "expired") this.signOut("expired");
    else this.set({ trouble });
  }

  private dialogFailed(error: unknown): void {
    const trouble = troubleOf(error);
    if (trouble === "expired") this.signOut("expired");
    else if (error instanceof ApiError && error.code === "wrong-state") {
      this.set({ dialogTrouble: "answered" });
    } else this.set({ dialogTrouble: trouble === "unreachable" ? "unreachable" : "other" });
  }

  private set(change: Partial<OperatorState>): void {
    this.state = { ...this.state, ...change };
    this.changed();
  }
}

function routeOf(account: OperatorAccount): string {
  return `/operator/accounts/${encodeURIComponent(account.id)}`;
}

/** An empty note is none. */
function noted(note: string): { note?: string } {
  const words = note.trim();
  return words === "" ? {} : { note: words };
}

function troubleOf(error: unknown): OperatorTrouble {
  if (!(error instanceof ApiError)) return "other";
  if (error.status === 0 || error.status >= 500) return "unreachable";
  if (error.status === 429) return "limit";
  return error.status === 401 || error.status === 403 ? "expired" : "other";
}
