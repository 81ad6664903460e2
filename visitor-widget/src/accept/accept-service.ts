import type { VisitorPolicy } from "../policy.ts";

/** What became of a link, as the service says. */
export type Standing = "open" | "used" | "declined" | "expired" | "withdrawn" | "unavailable";

/** What the page may know of the request behind a link. */
export interface LinkFacts {
  readonly standing: Standing;
  readonly accountName: string;
  readonly agentName: string;
  /** Hosts of the company's own website; may be empty. */
  readonly sites: readonly string[];
  readonly expiresAt: string | null;
  /** Where to report a link that is not trusted. */
  readonly report: string | null;
  /** What the account lets visitors show, and what it tells them. */
  readonly policy?: VisitorPolicy;
}

/** A ticket for the sharing window. */
export interface LinkTicket {
  readonly ticket: string;
}

/** Why there is no answer. */
export type LinkFailure = "unknown" | "over" | "changed" | "too-often" | "offline" | "down";

/** An answer of the service, or why there is none. */
export type Answer<T> = { readonly ok: T } | { readonly failed: LinkFailure };

const PATIENCE_MS = 15_000;

/** Asks the service about links. Only POST: whatever merely opens addresses does nothing. */
export class AcceptService {
  constructor(
    private readonly base: string,
    private readonly send: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  /** Spends nothing. */
  look(code: string): Promise<Answer<LinkFacts>> {
    return this.#post("look-up", { code });
  }

  /** The yes to the words of this policy; the same `attempt` may be sent again after a lost answer. */
  accept(
    code: string,
    attempt: string,
    language: string,
    policyVersion: number,
  ): Promise<Answer<LinkTicket>> {
    return this.#post("accept", { code, attempt, language, policyVersion });
  }

  /** The no. */
  decline(code: string, cause: "refused" | "browser-unsupported"): Promise<Answer<LinkFacts>> {
    return this.#post("decline", { code, cause });
  }

  async #post<T>(what: string, body: object): Promise<Answer<T>> {
    try {
      const response = await this.send(`${this.base}/accept-links/${what}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify(body),
        cache: "no-store",
        credentials: "omit",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return response.ok
        ? { ok: (await response.json()) as T }
        : { failed: await failureOf(response) };
    } catch {
      return { failed: "offline" };
    }
  }
}

async function failureOf(response: Response): Promise<LinkFailure> {
  const { status } = response;
  if (status === 404 || status === 400) return "unknown";
  if (status === 429) return "too-often";
  if (status >= 500) return "down";
  const problem = (await response.json().catch(() => ({}))) as { code?: string };
  return problem.code === "policy-changed" ? "changed" : "over";
}
