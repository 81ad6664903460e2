import { ApiError, host } from "./api.ts";

/**
 * The part of Visavis' REST interface that this host uses (`docs/plug-in/rest.md`). The token
 * is minted by the host's server for each call: they are rare.
 */

/** Whether an account may share screens, and why not. */
export interface VisavisAccount {
  readonly name: string;
  readonly eligible: boolean;
  readonly eligibleUntil: string | null;
  readonly reason: "eligible" | "never-granted" | "revoked" | "past-end-date";
  readonly accessRequestedAt: string | null;
}

/** What this host reads of a `SessionSnapshot`. Times are RFC 3339 in UTC. */
export interface ShareSession {
  readonly id: string;
  readonly state: "requested" | "accepted" | "live" | "paused" | "ended";
  readonly agent: { readonly id: string; readonly name: string };
  readonly requestedAt: string;
  readonly liveAt?: string;
  readonly endReason?: string;
  readonly endDetail?: string;
  readonly durationMs?: number;
}

async function get<T>(service: string, path: string): Promise<T> {
  const token = await host.visavisToken();
  let response: Response;
  try {
    const headers = { Authorization: `Bearer ${token}` };
    response = await fetch(`${service}/api/v1${path}`, { headers });
  } catch {
    throw new ApiError(0);
  }
  if (!response.ok) throw new ApiError(response.status);
  return (await response.json()) as T;
}

/** The account's standing. Throws `ApiError`. */
export function account(service: string): Promise<VisavisAccount> {
  return get(service, "/account");
}

/** A page of a visitor's shares, newest first; `next` is the cursor of the page after it. */
export function shares(
  service: string,
  visitorId: string,
  before?: string,
): Promise<{ items: readonly ShareSession[]; next: string | null }> {
  const query = new URLSearchParams({ visitorId, limit: "20" });
  if (before) query.set("before", before);
  return get(service, `/sessions?${query.toString()}`);
}
