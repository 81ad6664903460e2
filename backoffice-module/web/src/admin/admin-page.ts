import type { SessionSnapshot } from "@visavis/signaling-client";
import type { AccountState } from "../shared/account.ts";
import { ApiError, type Api } from "../shared/api.ts";
import { TokenMissing } from "../shared/host-bridge.ts";

/** Why something could not be loaded or sent. */
export type Trouble = "unreachable" | "token" | "misconfigured" | "other";

/** A page of the history, as REST gives it. */
interface HistoryPage {
  readonly items: readonly SessionSnapshot[];
  readonly next: string | null;
}

/** Everything the account admin's page knows. */
export interface AdminState {
  readonly account: AccountState | null;
  readonly trouble: Trouble | null;
  /** null until loaded. */
  readonly sessions: readonly SessionSnapshot[] | null;
  readonly next: string | null;
  readonly historyFailed: boolean;
  readonly asking: boolean;
  readonly askTrouble: Trouble | null;
  readonly asked: boolean;
}

const PAGE = 20;
const LONGEST_MESSAGE = 1_000;

/** The account admin's page: what it knows and does, without its drawing. */
export class AdminPage {
  /** Replaced, never changed. */
  state: AdminState = {
    account: null,
    trouble: null,
    sessions: null,
    next: null,
    historyFailed: false,
    asking: false,
    askTrouble: null,
    asked: false,
  };

  /** @param changed called after every change of {@link AdminPage.state} */
  constructor(
    private readonly api: Pick<Api, "call">,
    private readonly changed: () => void,
  ) {}

  /** Loads the account and its newest shares. */
  async load(): Promise<void> {
    this.set({ trouble: null });
    await Promise.all([this.loadAccount(), this.loadHistory()]);
  }

  /** Loads again what may have changed, without showing trouble over what is known. */
  async refresh(): Promise<void> {
    if (this.state.account === null) return;
    const account = await this.api.call<AccountState>("GET", "/account").catch(() => null);
    if (account !== null) this.set({ account });
    const shown = this.state.sessions;
    if (shown !== null && shown.length <= PAGE) await this.loadHistory();
  }

  /** Loads the shares before the oldest one shown. */
  async loadMore(): Promise<void> {
    const { next, sessions } = this.state;
    if (next === null || sessions === null) return;
    try {
      const page = await this.history(next);
      this.set({ sessions: [...sessions, ...page.items], next: page.next, historyFailed: false });
    } catch {
      this.set({ historyFailed: true });
    }
  }

  /** Asks the operator for access. An empty message is none. */
  async ask(message: string): Promise<void> {
    if (this.state.asking) return;
    this.set({ asking: true, askTrouble: null });
    const words = message.trim().slice(0, LONGEST_MESSAGE);
    try {
      const body = words === "" ? {} : { message: words };
      await this.api.call("POST", "/account/access-requests", body);
      this.set({ asking: false, asked: true });
      await this.loadAccount();
    } catch (error) {
      this.set({ asking: false, askTrouble: troubleOf(error) });
    }
  }

  private async loadAccount(): Promise<void> {
    try {
      this.set({ account: await this.api.call<AccountState>("GET", "/account"), trouble: null });
    } catch (error) {
      this.set({ trouble: troubleOf(error) });
    }
  }

  private async loadHistory(): Promise<void> {
    try {
      const page = await this.history(null);
      this.set({ sessions: page.items, next: page.next, historyFailed: false });
    } catch {
      this.set({ historyFailed: true });
    }
  }

  private history(before: string | null): Promise<HistoryPage> {
    const query = new URLSearchParams({ limit: String(PAGE) });
    if (before !== null) query.set("before", before);
    return this.api.call<HistoryPage>("GET", `/sessions?${query.toString()}`);
  }

  private set(change: Partial<AdminState>): void {
    this.state = { ...this.state, ...change };
    this.changed();
  }
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof TokenMissing) return "token";
  if (!(error instanceof ApiError)) return "other";
  if (error.status === 0 || error.status >= 500) return "unreachable";
  return error.status === 401 || error.status === 403 ? "token" : "other";
}
