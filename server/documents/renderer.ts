import fs from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { DocumentRequest } from "./render-document.ts";
import type { WorkerReply, WorkerRequest } from "./worker.ts";

/** Makes a document; rejects when it cannot be made, or the signal is aborted first. */
export type RenderDocument = (
  request: DocumentRequest,
  signal?: AbortSignal,
) => Promise<Uint8Array>;

export interface Renderer {
  render: RenderDocument;
  stop(): Promise<void>;
}

/** A document that takes longer is given up: something is wrong with it, and others wait. */
const mostMilliseconds = 120_000;

/** A renderer on a worker thread where the server is built, and in this thread where it runs from its sources. */
export function createRenderer(): Renderer {
  const file = findWorkerFile();
  return file === undefined ? createInlineRenderer() : createThreadRenderer(file);
}

/** The worker is an entry of its own beside the server's, from which this code may have been split off into a folder. */
function findWorkerFile(): string | undefined {
  const folders = [import.meta.dirname, path.dirname(import.meta.dirname)];
  return folders
    .map((folder) => path.join(folder, "document-worker.js"))
    .find((file) => fs.existsSync(file));
}

export function createInlineRenderer(): Renderer {
  const inTurn = createTurns();
  return {
    render: (request, signal) =>
      inTurn(async () => {
        signal?.throwIfAborted();
        // Loaded with the first document: a built server, which has a thread for this, never needs it here.
        const { renderDocument } = await import("./render-document.ts");
        const bytes = await renderDocument(request);
        await nextTurn();
        return bytes;
      }),
    stop: async () => {},
  };
}

/** One thread, started with the first document, kept for the next, and started afresh after it broke or was stopped. */
export function createThreadRenderer(file: string, longest: number = mostMilliseconds): Renderer {
  let worker: Worker | undefined;
  let lastId = 0;
  const inTurn = createTurns();
  const forget = async () => {
    const old = worker;
    worker = undefined;
    await old?.terminate();
  };
  const renderOn = async (document: DocumentRequest, signal?: AbortSignal) => {
    const limit = AbortSignal.timeout(longest);
    const ends = signal ? AbortSignal.any([signal, limit]) : limit;
    ends.throwIfAborted();
    worker ??= startWorker(file, (ended) => {
      if (worker === ended) worker = undefined;
    });
    lastId += 1;
    try {
      return await ask(worker, { id: lastId, document }, ends);
    } catch (error) {
      if (!(error instanceof RenderingError)) await forget();
      throw error;
    }
  };
  return {
    render: (request, signal) => inTurn(() => renderOn(request, signal)),
    stop: forget,
  };
}

/** A document could not be made; the thread is well. */
export class RenderingError extends Error {
  override readonly name = "RenderingError";
}

/** The thread ended before it answered. */
class WorkerEnded extends Error {
  override readonly name = "WorkerEnded";
}

/** A thread without work does not keep the process alive. */
function startWorker(file: string, onEnd: (worker: Worker) => void): Worker {
  const worker = new Worker(file);
  worker.unref();
  worker.on("error", () => {});
  worker.on("exit", () => onEnd(worker));
  return worker;
}

function ask(worker: Worker, request: WorkerRequest, ends: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      ends.removeEventListener("abort", onAbort);
      worker.unref();
      end();
    };
    const onMessage = (reply: WorkerReply) => {
      if (reply.id !== request.id) return;
      settle(() => ("bytes" in reply ? resolve(reply.bytes) : reject(toError(reply.error))));
    };
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new WorkerEnded("the document thread ended")));
    const onAbort = () => settle(() => reject(ends.reason));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    ends.addEventListener("abort", onAbort);
    worker.ref();
    worker.postMessage(request);
  });
}

function toError({ name, message }: { name: string; message: string }): RenderingError {
  return new RenderingError(`${name}: ${message}`);
}

/** Lets pieces of work follow each other; one that fails does not stop the next. */
function createTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
