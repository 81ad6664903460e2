import type { ChatMessage, Visitor } from "../chat/protocol.ts";

/** Who is signed in to the reference backoffice. */
export interface Me {
  readonly login: string;
  readonly name: string;
  readonly role: "agent" | "admin";
  readonly language?: string | null;
  readonly account: {
    readonly name: string;
    readonly siteKey: string;
    readonly shopOrigin: string;
  };
  /** Origin Visavis runs on. */
  readonly service: string;
}

/** An answer that is not a success. */
export class ApiError extends Error {
  constructor(
    /** HTTP status; 0 when there was no answer at all. */
    readonly status: number,
  ) {
    super(`answered with ${status}`);
  }
}

async function call(path: string, options: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...options });
  } catch {
    throw new ApiError(0);
  }
  if (!response.ok) throw new ApiError(response.status);
  return response;
}

const base = "/reference/api";

async function get<T>(path: string): Promise<T> {
  return (await (await call(base + path)).json()) as T;
}

async function post(path: string, body?: object): Promise<void> {
  const headers = { "X-Reference": "1", "Content-Type": "application/json" };
  await call(base + path, { method: "POST", headers, body: JSON.stringify(body ?? {}) });
}

/** The reference host's own server. Every call may throw `ApiError`. */
export const host = {
  signIn: (login: string, password: string) => post("/sign-in", { login, password }),
  signOut: () => post("/sign-out"),
  me: () => get<Me>("/me"),
  visitor: (id: string) => get<Visitor>(`/visitors/${encodeURIComponent(id)}`),
  messages: (id: string, before?: string) =>
    get<{ items: ChatMessage[]; more: boolean }>(
      `/visitors/${encodeURIComponent(id)}/messages?limit=50` +
        (before ? `&before=${encodeURIComponent(before)}` : ""),
    ),
  /** An agent token for Visavis, minted by the host's server. */
  visavisToken: async (visitorId?: string) => {
    const query = visitorId ? `?visitor=${encodeURIComponent(visitorId)}` : "";
    return (await get<{ token: string }>(`/visavis-token${query}`)).token;
  },
};
