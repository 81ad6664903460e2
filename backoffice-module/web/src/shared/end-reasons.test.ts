import { expect, test } from "vitest";
import { endReasonKey, endReasons } from "./end-reasons.ts";

test("a history tells a revoked key from a lost connection, whenever it was", () => {
  for (const live of [{}, { liveAt: "2026-01-01T00:00:00Z" }]) {
    const key = endReasonKey({ ...live, endDetail: "key-revoked" }, "agent-lost");
    expect(key).toBe("reason.key-revoked");
    expect(endReasons.fr[key]).toContain("révoquée");
    expect(endReasonKey(live, "agent-lost")).toBe("reason.agent-lost");
  }
});
