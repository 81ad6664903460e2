import { defineConfig } from "@playwright/test";

/** The bench: `npm run bench -w integration-tests/browser`; see bench/README.md. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.bench.ts",
  outputDir: "../../target/bench",
  workers: 1,
  timeout: 900_000,
  reporter: [["list"]],
});
