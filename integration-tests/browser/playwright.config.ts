import { defineConfig } from "@playwright/test";

/**
 * Journeys that meet on the accounts of the demonstration run one at a time. Beside them, one at a time too, go those
 * marked `@apart`: they use a server or an account that no other journey uses, and wait more than they work.
 */
export default defineConfig({
  testDir: "journeys",
  outputDir: "../target/journeys",
  globalSetup: "./harness/servers.ts",
  workers: 2,
  projects: [
    { name: "together", grepInvert: /@apart/, workers: 1 },
    { name: "apart", grep: /@apart/, workers: 1 },
  ],
  fullyParallel: false,
  forbidOnly: process.env["CI"] === "true",
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 20_000, navigationTimeout: 30_000 },
  reporter: [["list"], ["junit", { outputFile: "../target/journeys-report/TEST-journeys.xml" }]],
});
