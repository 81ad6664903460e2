import { defineConfig } from "@playwright/test";

/** One browser journey at a time: browsers, encoder and server share the machine's few cores. */
export default defineConfig({
  testDir: "journeys",
  outputDir: "../target/journeys",
  globalSetup: "./harness/servers.ts",
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env["CI"] === "true",
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 20_000, navigationTimeout: 30_000 },
  reporter: [["list"], ["junit", { outputFile: "../target/journeys-report/TEST-journeys.xml" }]],
});
