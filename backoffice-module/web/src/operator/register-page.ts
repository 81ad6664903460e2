import { ApiError, type Api } from "../shared/api.ts";
import type { OperatorAccount } from "./operator-page.ts";

/** An account with a secret that is shown once. */
export interface RegisteredAccount {
  readonly account: OperatorAccount;
  readonly key: { readonly kid: string; readonly secret: string };
}

/** Why something did not work. */
export type RegisterTrouble =
  "name" | "siteOrigins" | "backofficeOrigins" | "limit" | "unreachable" | "other";

/** What lies open. */
export type RegisterTask =
  | { readonly kind: "new" }
  | { readonly kind: "origins"; readonly account: OperatorAccount }
  | { readonly kind: "key"; readonly account: OperatorAccount }
  | { readonly kind: "shown"; readonly made: RegisteredAccount; readonly copied: boolean };

/** Everything about registering accounts. */
export interface RegisterState {
  readonly task: RegisterTask | null;
  readonly busy: boolean;
  readonly trouble: RegisterTrouble | null;
  /** The origin that is refused, or the empty text. */
  readonly refused: string;
}

/** Both lists of an account. */
export interface Origins {
  readonly siteOrigins: readonly string[];
  readonly backofficeOrigins: readonly string[];
}

/** Registering accounts and their origins: what the page knows and does, without its drawing. */
export class RegisterPage {
  /** Replaced, never changed. */
  state: RegisterState = { task: null, busy: false, trouble: null, refused: "" };

  /**
   * @param draw called after every change of {@link RegisterPage.state}
   * @param tell `changed`: an account is other than it was; `expired`: the token is
   */
  constructor(
    private readonly api: Pick<Api, "call">,
    private readonly draw: () => void,
    private readonly tell: { readonly changed: () => void; readonly expired: () => void },
  ) {}

  /** Opens something, or with null closes it; a secret that was shown is forgotten. */
  open(task: RegisterTask | null): void {
    this.set({ task, trouble: null, refused: "" });
  }

  /** Registers an account. */
  register(name: string, origins: Origins): Promise<void> {
    return this.run(origins, async () => {
      const body = { name, ...origins };
      this.show(await this.api.call<RegisteredAccount>("POST", "/operator/accounts", body));
    });
  }

  /** Replaces an account's origins. */
  setOrigins(account: OperatorAccount, origins: Origins): Promise<void> {
    return this.run(origins, async () => {
      await this.api.call("PUT", `${routeOf(account)}/origins`, origins);
      this.open(null);
    });
  }

  /** Makes a secret for an account. */
  makeKey(account: OperatorAccount): Promise<void> {
    return this.run(null, async () => {
      this.show(await this.api.call<RegisteredAccount>("POST", `${routeOf(account)}/keys`));
    });
  }

  /** Notes that the secret shown went to the clipboard. */
  copied(): void {
    const { task } = this.state;
    if (task?.kind === "shown") this.set({ task: { ...task, copied: true } });
  }

  private show(made: RegisteredAccount): void {
    this.set({ task: { kind: "shown", made, copied: false } });
  }

  private async run(origins: Origins | null, work: () => Promise<void>): Promise<void> {
    if (this.state.busy) return;
    this.set({ busy: true, trouble: null, refused: "" });
    try {
      await work();
      this.tell.changed();
    } catch (error) {
      this.failed(error, origins);
    }
    this.set({ busy: false });
  }

  private failed(error: unknown, origins: Origins | null): void {
    if (error instanceof ApiError && error.status === 401) {
      this.open(null);
      this.tell.expired();
      return;
    }
    const [, field = "", index] =
      (error instanceof ApiError ? error.pointer : null)?.split("/") ?? [];
    const isList = field === "siteOrigins" || field === "backofficeOrigins";
    const refused = isList ? (origins?.[field][Number(index)] ?? "") : "";
    this.set({ trouble: isList || field === "name" ? field : troubleOf(error), refused });
  }

  private set(change: Partial<RegisterState>): void {
    this.state = { ...this.state, ...change };
    this.draw();
  }
}

function routeOf(account: OperatorAccount): string {
  return `/operator/accounts/${encodeURIComponent(account.id)}`;
}

function troubleOf(error: unknown): RegisterTrouble {
  if (!(error instanceof ApiError)) return "other";
  if (error.status === 0 || error.status >= 500) return "unreachable";
  return error.code === "limit-reached" ? "limit" : "other";
}
