import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "design/**/*.test.ts"],
    environment: "node",
  },
});
