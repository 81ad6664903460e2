import { ApiError, type Api } from "../shared/api.ts";
import type { OperatorAccount } from "./operator-page.ts";

/** What an account may have at most; null for no limit. */
export interface Limits {
  readonly maxOpenSessions: number | null;
  readonly maxRequestsPerHour: number | null;
}

/** A limit. */
export type LimitField = keyof Limits;

/** Both limits as they stand in the form. */
export type LimitsForm = Readonly<Record<LimitField, string>>;

/** Everything about limiting an account. */
export interface LimitsState {
  /** Whose limits lie open, or null. */
  readonly account: OperatorAccount | null;
  readonly busy: boolean;
  /** What is wrong with a field. */
  readonly faults: Readonly<Partial<Record<LimitField, true>>>;
  readonly trouble: "unreachable" | "other" | null;
  /** Whose limits were set last. */
  readonly done: string | null;
}

/** The highest limit that the service takes. */
export const HIGHEST = 1_000_000;

/** Limits of accounts: what the operator's page knows and does, without its drawing. */
export class LimitsPage {
  /** Replaced, never changed. */
  state: LimitsState = { account: null, busy: false, faults: {}, trouble: null, done: null };

  /**
   * @param draw called after every change of {@link LimitsPage.state}
   * @param tell `changed`: an account is other than it was; `expired`: the token is
   */
  constructor(
    private readonly api: Pick<Api, "call">,
    private readonly draw: () => void,
    private readonly tell: { readonly changed: () => void; readonly expired: () => void },
  ) {}

  /** Opens an account's limits, or with null closes them. */
  open(account: OperatorAccount | null): void {
    this.set({ account, faults: {}, trouble: null, done: null });
  }

  /** Sets both limits; an empty text is none. */
  async save(form: LimitsForm): Promise<void> {
    const { account, busy } = this.state;
    if (account === null || busy) return;
    const faults = faultsOf(form);
    if (Object.keys(faults).length > 0) {
      this.set({ faults, trouble: null });
      return;
    }
    this.set({ busy: true, faults: {}, trouble: null });
    const route = `/operator/accounts/${encodeURIComponent(account.id)}/limits`;
    try {
      await this.api.call("PUT", route, { ...limitsOf(form), seen: account.limits });
      this.set({ busy: false, account: null, done: account.name });
      this.tell.changed();
    } catch (error) {
      this.set({ busy: false });
      this.failed(error);
    }
  }

  /** Takes the word of confirmation away. */
  forgetDone(): void {
    if (this.state.done !== null) this.set({ done: null });
  }

  private failed(error: unknown): void {
    if (error instanceof ApiError && error.status === 401) {
      this.open(null);
      this.tell.expired();
      return;
    }
    const field = error instanceof ApiError ? error.pointer?.slice(1) : undefined;
    if (field === "maxOpenSessions" || field === "maxRequestsPerHour") {
      this.set({ faults: { [field]: true } });
      return;
    }
    const away = error instanceof ApiError && (error.status === 0 || error.status >= 500);
    this.set({ trouble: away ? "unreachable" : "other" });
  }

  private set(change: Partial<LimitsState>): void {
    this.state = { ...this.state, ...change };
    this.draw();
  }
}

/** Whether an account has as much as it may. */
export function reached(use: number, limit: number | null): boolean {
  return limit !== null && use >= limit;
}

function limitsOf(form: LimitsForm): Limits {
  const limit = (text: string): number | null => (text.trim() === "" ? null : Number(text));
  return {
    maxOpenSessions: limit(form.maxOpenSessions),
    maxRequestsPerHour: limit(form.maxRequestsPerHour),
  };
}

function faultsOf(form: LimitsForm): LimitsState["faults"] {
  const wrong = (text: string): boolean =>
    text.trim() !== "" &&
    !(/^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= HIGHEST);
  return {
    ...(wrong(form.maxOpenSessions) ? { maxOpenSessions: true } : {}),
    ...(wrong(form.maxRequestsPerHour) ? { maxRequestsPerHour: true } : {}),
  };
}
