import type { Limits, LimitField } from "./limits-page.ts";
import type { AccessEvent } from "./operator-page.ts";

/** How many events a history tells at most; in a shorter one the account began without limits. */
const LONGEST = 200;

/** What became of one limit; null for none. */
export interface LimitStep {
  readonly field: LimitField;
  /** `unknown` where the history does not reach back that far. */
  readonly from: number | null | "unknown";
  readonly to: number | null;
}

/**
 * What one event of a history did to the account's limits: only those that it changed.
 *
 * @param events newest first
 */
export function limitSteps(events: readonly AccessEvent[], event: AccessEvent): LimitStep[] {
  const { limits } = event;
  if (limits === null) return [];
  const older = events.slice(events.indexOf(event) + 1).find((one) => one.limits !== null);
  const begun = events.length < LONGEST ? null : "unknown";
  const before = (field: keyof Limits): LimitStep["from"] =>
    older?.limits == null ? begun : older.limits[field];
  return (["maxOpenSessions", "maxRequestsPerHour"] as const)
    .map((field) => ({ field, from: before(field), to: limits[field] }))
    .filter(({ from, to }) => from !== to);
}
