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
  /** Whose limits lie open, as they were read last; or null. */
  readonly account: OperatorAccount | null;
  /** What is typed. */
  readonly form: LimitsForm;
  readonly busy: boolean;
  /** What is wrong with a field. */
  readonly faults: Readonly<Partial<Record<LimitField, true>>>;
  /** `changed`: a colleague set them meanwhile; what stands now is in the account. */
  readonly trouble: "unreachable" | "changed" | "other" | null;
  /** Whose limits were set last. */
  readonly done: string | null;
}

/** The highest limit that the service takes. */
export const HIGHEST = 1_000_000;

/** As much of a list of accounts as is looked at. */
interface Found {
  readonly items: readonly OperatorAccount[];
}

const EMPTY: LimitsForm = { maxOpenSessions: "", maxRequestsPerHour: "" };

/** Limits of accounts: what the operator's page knows and does, without its drawing. */
export class LimitsPage {
  /** Replaced, never changed. */
  state: LimitsState = {
    account: null,
    form: EMPTY,
    busy: false,
    faults: {},
    trouble: null,
    done: null,
  };

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
    const form = account === null ? EMPTY : formOf(account.limits);
    this.set({ account, form, faults: {}, trouble: null, done: null });
  }

  /** Something was typed. */
  type(change: Partial<LimitsForm>): void {
    this.set({ form: { ...this.state.form, ...change } });
  }

  /** Sets both limits as they are typed, over those that were read; an empty text is none. */
  async save(): Promise<void> {
    const { account, busy, form } = this.state;
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
      if (error instanceof ApiError && error.code === "limits-changed")
        await this.overtaken(account);
      else this.failed(error);
    }
    this.set({ busy: false });
  }

  /** Takes the word of confirmation away. */
  forgetDone(): void {
    if (this.state.done !== null) this.set({ done: null });
  }

  /** Somebody else was faster: what was typed stays, a field that was left alone follows them. */
  private async overtaken(seen: OperatorAccount): Promise<void> {
    try {
      const route = `/operator/accounts?${new URLSearchParams({ query: seen.siteKey }).toString()}`;
      const { items } = await this.api.call<Found>("GET", route);
      const account = items.find(({ id }) => id === seen.id);
      if (this.state.account !== seen) return;
      if (account === undefined) this.set({ trouble: "other" });
      else {
        const [before, now] = [formOf(seen.limits), formOf(account.limits)];
        const follow = (field: LimitField): string => {
          const typed = this.state.form[field].trim();
          return typed === before[field] ? now[field] : typed;
        };
        const form = {
          maxOpenSessions: follow("maxOpenSessions"),
          maxRequestsPerHour: follow("maxRequestsPerHour"),
        };
        this.set({ account, form, trouble: "changed" });
      }
    } catch (error) {
      this.failed(error);
    }
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

function formOf({ maxOpenSessions, maxRequestsPerHour }: Limits): LimitsForm {
  const text = (limit: number | null): string => (limit === null ? "" : String(limit));
  return { maxOpenSessions: text(maxOpenSessions), maxRequestsPerHour: text(maxRequestsPerHour) };
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
