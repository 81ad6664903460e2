import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("the generated types are those of the schema as it stands", () => {
  const generate = fileURLToPath(new URL("../generate.mjs", import.meta.url));
  expect(() => execFileSync(process.execPath, [generate, "--check"])).not.toThrow();
});
