import type { EndReason } from "@visavis/signaling-client";
import { ApiError, type Api } from "../shared/api.ts";

/** What requests came to. */
export interface Figures {
  readonly requested: number;
  readonly accepted: number;
  readonly live: number;
  readonly sharedSeconds: number;
}

/** The service's answer about a span of days (`GET /operator/usage`). */
export interface UsageReport {
  readonly from: string;
  readonly to: string;
  readonly total: Figures;
  readonly days: readonly { readonly day: string; readonly figures: Figures }[];
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly figures: Figures;
  }[];
  readonly endings: readonly { readonly reason: EndReason; readonly count: number }[];
  /** Milliseconds, or null when no picture was shown. */
  readonly firstFrameMs: { readonly median: number; readonly p95: number } | null;
}

/** Spans to choose from, in days up to today. */
export const SPANS = [7, 30, 90, 365] as const;

/** Everything the usage view knows. */
export interface UsageState {
  readonly days: number;
  /** Only this account, or all. */
  readonly account: { readonly id: string; readonly name: string } | null;
  /** null until loaded. */
  readonly report: UsageReport | null;
  readonly busy: boolean;
  readonly trouble: "unreachable" | "other" | null;
}

const DAY = 86_400_000;

/** The operator's view of usage: what it knows and does, without its drawing. */
export class UsagePage {
  /** Replaced, never changed. */
  state: UsageState = { days: 30, account: null, report: null, busy: false, trouble: null };

  private turns = 0;

  /**
   * @param api signed in as the operator
   * @param changed called after every change of {@link UsagePage.state}
   * @param expired called when the service does not know the operator any more
   */
  constructor(
    private readonly api: Api,
    private readonly changed: () => void,
    private readonly expired: () => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Loads what is chosen; an answer overtaken by a later choice is dropped. */
  async load(): Promise<void> {
    const turn = ++this.turns;
    this.set({ busy: true });
    try {
      const report = await this.api.call<UsageReport>("GET", `/operator/usage?${this.query()}`);
      if (turn === this.turns) this.set({ report, busy: false, trouble: null });
    } catch (error) {
      if (turn === this.turns) this.failed(error);
    }
  }

  /** Looks at so many days up to today. */
  choose(days: number): Promise<void> {
    this.set({ days });
    return this.load();
  }

  /** Looks at one account, or at all. */
  only(account: UsageState["account"]): Promise<void> {
    this.set({ account });
    return this.load();
  }

  /** The table for spreadsheets, with the name it is to be kept under; null when it failed. */
  async table(): Promise<{ readonly name: string; readonly text: string } | null> {
    try {
      const text = await this.api.text(`/operator/usage.csv?${this.query()}`);
      const { from, to } = this.span();
      return { name: `visavis-usage-${from}-${to}.csv`, text };
    } catch (error) {
      this.failed(error);
      return null;
    }
  }

  private span(): { from: string; to: string } {
    const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
    const now = this.now();
    return { from: day(now - (this.state.days - 1) * DAY), to: day(now) };
  }

  private query(): string {
    const { account } = this.state;
    return new URLSearchParams({
      ...this.span(),
      ...(account === null ? {} : { account: account.id }),
    }).toString();
  }

  private failed(error: unknown): void {
    const status = error instanceof ApiError ? error.status : -1;
    if (status === 401 || status === 403) {
      this.expired();
      this.set({ busy: false, report: null });
      return;
    }
    this.set({ busy: false, trouble: status === 0 || status >= 500 ? "unreachable" : "other" });
  }

  private set(change: Partial<UsageState>): void {
    this.state = { ...this.state, ...change };
    this.changed();
  }
}
