import fs from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Problem } from "../../../server/domain/problem.ts";
import { assembleOnThread } from "../../../server/package-thread.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aReleasedDemonstration, now } from "./package-desk.ts";

// The thread runs what is built; it is built here as for the server, inside the repository, where its packages are found.
const folder = path.resolve(`node_modules/.test-package-worker-${process.pid}`);
const file = path.join(folder, "package-worker.js");

describe("a package on a thread of its own", () => {
  const { db, config } = useOwnDatabase();
  let programmeId: string;

  beforeAll(async () => {
    const rollupOptions = { input: { "package-worker": "server/package-worker.ts" } };
    const target = "node20";
    await build({
      configFile: false,
      logLevel: "error",
      build: { ssr: true, outDir: folder, target, rollupOptions },
    });
    programmeId = (await aReleasedDemonstration(db())).programme.id;
  }, 120_000);

  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  const wish = { releaseNumber: 1, language: "lt" as const, hasOpenTexts: false, now };
  const context = (heard: number[] = [], signal = new AbortController().signal) => ({
    db: db(),
    signal,
    progress: async (percent: number) => void heard.push(percent),
  });

  it("has every file and row, and tells how far it is", async () => {
    const heard: number[] = [];
    const assemble = assembleOnThread(file, config());
    const made = await assemble({ ...wish, programmeId }, context(heard));
    const files = unzipSync(made.content);
    const manifest = JSON.parse(Buffer.from(files["manifest.json"]!).toString("utf8"));
    expect(manifest.counted + manifest.excluded).toBe(made.submitted);
    expect(made.submitted).toBeGreaterThan(100);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(["answers.csv", "answers.sav"]));
    expect(heard).toEqual([30, 70]);
  });

  it("says why there can be none as this thread would", async () => {
    const made = assembleOnThread(file, config())(
      { ...wish, releaseNumber: 99, programmeId },
      context(),
    );
    await expect(made).rejects.toEqual(new Problem("not-found"));
  });

  it("ends when the job is taken away", async () => {
    const taken = new AbortController();
    const progress = async () => taken.abort(new Error("taken away"));
    const assemble = assembleOnThread(file, config());
    const made = assemble({ ...wish, programmeId }, { ...context([], taken.signal), progress });
    await expect(made).rejects.toThrow("taken away");
  });
});
