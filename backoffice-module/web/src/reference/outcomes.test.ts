/// <reference types="node" />
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { outcome } from "./outcomes.ts";

const schemaFile = new URL(
  "../../../../signaling/src/main/resources/protocol/v1/signaling.schema.json",
  import.meta.url,
);
const schema = JSON.parse(readFileSync(schemaFile, "utf8")) as {
  $defs: { endReason: { enum: string[] } };
};

describe.each(["fr", "en"] as const)("the history in %s", (language) => {
  it.each(schema.$defs.endReason.enum)("has words of its own for %s", (reason) => {
    expect(outcome({ endReason: reason }, language)).not.toBe(outcome({}, language));
  });

  it("tells a browser that cannot share from a visitor who says no", () => {
    const refused = { endReason: "declined" };
    const unable = { ...refused, endDetail: "browser-unsupported" };
    expect(outcome(unable, language)).not.toBe(outcome(refused, language));
  });

  it("tells a revoked key from a lost connection", () => {
    const lost = { endReason: "agent-lost", liveAt: "2026-01-01T00:00:00Z" };
    expect(outcome({ ...lost, endDetail: "key-revoked" }, language)).not.toBe(
      outcome(lost, language),
    );
  });

  it("tells a request that was cancelled from a share that was stopped", () => {
    const early = { endReason: "agent-stopped" };
    const late = { ...early, liveAt: "2026-01-01T00:00:00Z" };
    expect(outcome(early, language)).not.toBe(outcome(late, language));
  });

  it("says that a share ended when the reason is new to it", () => {
    expect(outcome({ endReason: "of-tomorrow" }, language)).toBe(outcome({}, language));
  });
});
