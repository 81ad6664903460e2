/** Why an account may or may not share. */
export type EligibilityReason = "eligible" | "never-granted" | "revoked" | "past-end-date";

/** Answer of `GET /account`. Times are RFC 3339, UTC. */
export interface AccountState {
  readonly name: string;
  readonly siteKey: string;
  readonly eligible: boolean;
  readonly eligibleUntil: string | null;
  readonly reason: EligibilityReason;
  readonly accessRequestedAt: string | null;
  /** The operator's no to the last ask, while nothing came after it. */
  readonly accessRefusal: { readonly at: string; readonly note: string | null } | null;
  /** Whether the token's holder may send share requests: an agent whom the policy lets. */
  readonly mayRequest: boolean;
}
