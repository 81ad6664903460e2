import { defineConfig } from "@playwright/test";

/** Makes the README's picture: `npm run picture -w integration-tests/browser`. Needs ffmpeg. */
export default defineConfig({
  testDir: ".",
  testMatch: "readme-picture.ts",
  outputDir: "../../target/picture",
  globalSetup: "../harness/servers.ts",
  workers: 1,
  timeout: 120_000,
  reporter: [["list"]],
});
