import { expect, test } from "vitest";
import { limitSteps } from "./limits-history.ts";
import type { Limits } from "./limits-page.ts";
import type { AccessEvent } from "./operator-page.ts";

function event(limits: Limits | null): AccessEvent {
  const at = "2026-11-20T10:00:00Z";
  return {
    at,
    by: "operator",
    action: limits ? "limited" : "granted",
    until: null,
    note: null,
    limits,
  };
}
const granted = event(null);
const first = event({ maxOpenSessions: 3, maxRequestsPerHour: null });
const second = event({ maxOpenSessions: 5, maxRequestsPerHour: 100 });

test("a change of limits tells what stood before and what stands since", () => {
  const events = [second, granted, first, granted];
  expect(limitSteps(events, second)).toEqual([
    { field: "maxOpenSessions", from: 3, to: 5 },
    { field: "maxRequestsPerHour", from: null, to: 100 },
  ]);
  expect(limitSteps(events, first)).toEqual([{ field: "maxOpenSessions", from: null, to: 3 }]);
  expect(limitSteps(events, granted)).toEqual([]);
});

test("where the history is cut off it does not invent what stood before", () => {
  const events = [first, ...Array<AccessEvent>(199).fill(granted)];
  expect(limitSteps(events, first)).toEqual([
    { field: "maxOpenSessions", from: "unknown", to: 3 },
    { field: "maxRequestsPerHour", from: "unknown", to: null },
  ]);
});
