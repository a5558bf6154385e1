import { defineConfig } from "vite";

/** Browser code goes to dist/web with a manifest; server code (`--ssr`) to dist/server, one file an entry point. */
export default defineConfig(({ isSsrBuild }) => ({
  logLevel: "warn",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  build: isSsrBuild
    ? {
        outDir: "dist/server",
        target: "node20",
        sourcemap: true,
        emptyOutDir: true,
        rollupOptions: {
          input: { main: "server/main.ts", "document-worker": "server/documents/worker.ts" },
        },
      }
    : {
        outDir: "dist/web",
        manifest: true,
        emptyOutDir: true,
        modulePreload: { polyfill: false },
        target: "es2020",
        rollupOptions: {
          input: [
            "web/browser/annex-desk.ts",
            "web/browser/answering.ts",
            "web/browser/answering-worker.ts",
            "web/browser/dashboard.ts",
            "web/browser/entry.ts",
            "web/browser/passkeys.ts",
            "web/browser/poll.ts",
            "web/browser/preview.ts",
            "web/browser/questionnaires.ts",
            "web/styles/main.css",
            "web/styles/answering.css",
          ],
        },
      },
}));
