import { defineConfig } from "vitest/config";

const oxc = { jsx: { runtime: "automatic", importSource: "hono/jsx" } } as const;

/** Three projects: pure code needs nothing; `server` needs a database; `journeys` a browser and the built product too. */
export default defineConfig({
  test: {
    projects: [
      {
        oxc,
        test: {
          name: "pure",
          testTimeout: 60_000,
          include: ["tests/domain/**/*.test.ts", "tests/web/**/*.test.{ts,tsx}", "tests/*.test.ts"],
        },
      },
      {
        oxc,
        test: {
          name: "server",
          include: ["tests/db/**/*.test.ts", "tests/server/**/*.test.{ts,tsx}"],
          globalSetup: "tests/support/global-database.ts",
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      {
        oxc,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          globalSetup: "tests/support/global-database.ts",
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
    maxWorkers: 2,
  },
});
