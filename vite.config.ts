import { defineConfig, type Plugin } from "vite";

/** Browser code goes to dist/web with a manifest; server code (`--ssr`) to dist/server, one file an entry point. */
export default defineConfig(({ isSsrBuild }) => ({
  logLevel: "warn",
  plugins: isSsrBuild ? [] : [bundledApart("web/browser/preview.ts")],
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  build: isSsrBuild
    ? {
        outDir: "dist/server",
        target: "node20",
        sourcemap: true,
        emptyOutDir: true,
        rollupOptions: {
          input: {
            main: "server/main.ts",
            "document-worker": "server/documents/worker.ts",
            "upload-worker": "server/uploads/worker.ts",
            "package-worker": "server/package-worker.ts",
          },
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

/**
 * Bundles an entry with copies of all that it imports. What it shares with another entry would otherwise become a file
 * of its own, and participants' phones would fetch two scripts for the sake of a page that only organisers see.
 */
function bundledApart(entry: string): Plugin {
  const mark = "?apart";
  return {
    name: "bundled-apart",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!importer?.endsWith(entry) && !importer?.endsWith(mark)) return null;
      const plain = importer.replace(mark, "");
      const found = await this.resolve(source, plain, { skipSelf: true });
      return found && { ...found, id: `${found.id}${mark}` };
    },
  };
}
