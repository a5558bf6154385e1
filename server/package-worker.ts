import { parentPort, workerData } from "node:worker_threads";
import type pg from "pg";
import { closeDb, connect } from "../db/connect.ts";
import { Problem, type ProblemCode } from "./domain/problem.ts";
import {
  type AssembledPackage,
  assemblePackage,
  type PackageWish,
} from "./features/packages/assemble-package.ts";
import { standBack } from "./threads/stand-back.ts";

/** What the thread is started with. */
export interface PackageThreadData {
  config: pg.PoolConfig;
  wish: PackageWish;
}

/**
 * What it tells: how far it is, and in the end the package or why there can be none. Anything else that is thrown ends
 * it, and reaches its starter as an error.
 */
export type PackageThreadReply =
  | { percent: number }
  | { made: AssembledPackage }
  | { problem: ProblemCode };

// The entry of a thread that lives for one package: it reads through a connection of its own, so that neither the rows
// nor what is made of them pass through the thread that answers requests, and its memory is given back with it.
if (parentPort) {
  const { config, wish } = workerData as PackageThreadData;
  const tell = (reply: PackageThreadReply, handedOver: ArrayBuffer[] = []) =>
    parentPort?.postMessage(reply, handedOver);
  standBack();
  const db = connect({ ...config, max: 1 });
  try {
    const made = await assemblePackage(db, wish, (percent) => tell({ percent }));
    const content = Uint8Array.from(made.content);
    tell({ made: { ...made, content } }, [content.buffer]);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell({ problem: error.code });
  } finally {
    await closeDb(db);
  }
}
