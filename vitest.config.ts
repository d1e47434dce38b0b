import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    // The runner colours its own lines; what the commands print is compared as plain text.
    env: { NO_COLOR: "1", FORCE_COLOR: "" },
  },
});
