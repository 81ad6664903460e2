/** What a page reads from an agent token for its own display. */
export interface AgentClaims {
  readonly id: string;
  /** The site key of the account that the token is of; null when it names none. */
  readonly site: string | null;
  readonly name: string;
  readonly role: "agent" | "admin";
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/**
 * Reads the claims of an agent token without checking its signature. Only the server decides
 * what a token allows; these values choose words and when to ask for a fresh token.
 *
 * @returns null when the token cannot be read
 */
export function peekClaims(token: string): AgentClaims | null {
  try {
    const payload = token.split(".")[1] ?? "";
    const bytes = Uint8Array.from(
      atob(payload.replace(/-/g, "+").replace(/_/g, "/")),
      (character) => character.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof claims !== "object" || claims === null) return null;
    const { sub, iss, name, role, exp } = claims as Record<string, unknown>;
    if (typeof sub !== "string" || typeof exp !== "number") return null;
    return {
      id: sub,
      site: typeof iss === "string" ? iss : null,
      name: typeof name === "string" ? name : sub,
      role: role === "admin" ? "admin" : "agent",
      expiresAt: exp * 1000,
    };
  } catch {
    return null;
  }
}
