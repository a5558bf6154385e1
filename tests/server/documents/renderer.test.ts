import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createInlineRenderer,
  createThreadRenderer,
  type Renderer,
} from "../../../server/documents/renderer.ts";
import type { AnnexDocument } from "../../../server/domain/annex/document.ts";
import { WorkFailed } from "../../../server/threads/thread.ts";
import { anAnnex } from "../../support/annex.ts";

// The thread runs what is built; it is built here as for the server, inside the repository, where its packages are found.
const folder = path.resolve(`node_modules/.test-worker-${process.pid}`);
const file = path.join(folder, "document-worker.js");

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: true,
      outDir: folder,
      target: "node20",
      rollupOptions: { input: { "document-worker": "server/documents/worker.ts" } },
    },
  });
});

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const annexPdf = (annex: AnnexDocument = anAnnex()) => ({ kind: "annex-pdf" as const, annex });
const unsettable = annexPdf(anAnnex({ madeOnDay: "2017-13-45" }));

async function withThread<Result>(
  work: (renderer: Renderer) => Promise<Result>,
  longest?: number,
): Promise<Result> {
  const renderer = createThreadRenderer(file, longest);
  try {
    return await work(renderer);
  } finally {
    await renderer.stop();
  }
}

describe("the document thread", () => {
  test("makes the very bytes that this thread makes", async () => {
    const inline = await createInlineRenderer().render(annexPdf());
    const [first, second] = await withThread((renderer) =>
      Promise.all([renderer.render(annexPdf()), renderer.render(annexPdf())]),
    );
    expect(digest(first)).toBe(digest(inline));
    expect(digest(second)).toBe(digest(inline));
  });

  test("leaves this thread free to answer", async () => {
    const { utilization } = await withThread(async (renderer) => {
      const before = performance.eventLoopUtilization();
      for (let count = 0; count < 5; count += 1) await renderer.render(annexPdf());
      return performance.eventLoopUtilization(before);
    });
    expect(utilization).toBeLessThan(0.3);
  });

  test("tells what failed, and makes the next document all the same", async () => {
    await withThread(async (renderer) => {
      await expect(renderer.render(unsettable)).rejects.toThrow(WorkFailed);
      expect((await renderer.render(annexPdf())).length).toBeGreaterThan(10_000);
    });
  });

  test("stops for a signal, and starts afresh for the next document", async () => {
    await withThread(async (renderer) => {
      const stopped = renderer.render(annexPdf(), AbortSignal.timeout(20));
      await expect(stopped).rejects.toThrow("aborted due to timeout");
      expect((await renderer.render(annexPdf())).length).toBeGreaterThan(10_000);
    });
  });

  test("gives a document up that takes too long", async () => {
    await withThread(async (renderer) => {
      await expect(renderer.render(annexPdf())).rejects.toThrow("timeout");
    }, 20);
  });

  test("a thread that cannot start is an error, not a wait without end", async () => {
    const renderer = createThreadRenderer(path.join(folder, "missing.js"));
    await expect(renderer.render(annexPdf())).rejects.toThrow("missing.js");
  });
});

test("in this thread, too, a failure does not stop the next document", async () => {
  const renderer = createInlineRenderer();
  const [failed, made] = await Promise.allSettled([
    renderer.render(unsettable),
    renderer.render(annexPdf()),
  ]);
  expect([failed.status, made.status]).toEqual(["rejected", "fulfilled"]);
});
