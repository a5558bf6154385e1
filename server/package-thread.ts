import { Worker } from "node:worker_threads";
import type pg from "pg";
import { Problem } from "./domain/problem.ts";
import type { AssembledPackage } from "./features/packages/assemble-package.ts";
import {
  type AssemblePackage,
  makePackage,
  packageHandler,
} from "./features/packages/make-package.ts";
import type { JobHandler } from "./jobs/job-handler.ts";
import type { PackageThreadData, PackageThreadReply } from "./package-worker.ts";
import { findThreadFile } from "./threads/thread.ts";

/** The job that makes data packages: on a thread where the server is built, in this one where it runs from its sources. */
export function makePackageAside(config: pg.PoolConfig): JobHandler {
  const file = findThreadFile("package-worker.js");
  return file === undefined ? makePackage : packageHandler(assembleOnThread(file, config));
}

/** A thread for each package, which ends with it: `file` is the built entry. */
export function assembleOnThread(file: string, config: pg.PoolConfig): AssemblePackage {
  return async (wish, { progress, signal }) => {
    signal.throwIfAborted();
    const worker = new Worker(file, { workerData: { config, wish } satisfies PackageThreadData });
    try {
      return await waitFor(worker, { progress, signal });
    } finally {
      await worker.terminate();
    }
  };
}

function waitFor(
  worker: Worker,
  { progress, signal }: Pick<Parameters<AssemblePackage>[1], "progress" | "signal">,
): Promise<AssembledPackage> {
  return new Promise((resolve, reject) => {
    worker.on("message", (reply: PackageThreadReply) => {
      if ("made" in reply) resolve(reply.made);
      else if ("problem" in reply) reject(new Problem(reply.problem));
      // A job that was taken away is noticed here, and the thread ended.
      else progress(reply.percent).catch(reject);
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("the package thread ended")));
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
