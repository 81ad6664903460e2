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
    expect(outcome(reason, language)).not.toBe(outcome("unknown", language));
  });

  it("says that a share ended when the reason is new to it", () => {
    expect(outcome("of-tomorrow", language)).toBe(outcome(undefined, language));
  });
});
