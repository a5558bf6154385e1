import fs from "node:fs";
import path from "node:path";
import { type ResourceLimits, Worker } from "node:worker_threads";

/** What goes to a thread, and what comes back from it. */
export interface ThreadQuestion<Question> {
  id: number;
  question: Question;
}
export type ThreadReply<Answer> =
  | { id: number; answer: Answer }
  | { id: number; error: { name: string; message: string } };

/** A worker thread that answers one question after the other. */
export interface Thread<Question, Answer> {
  /** Rejects when the work fails or takes too long, the thread ends, or the signal is aborted first. */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
  stop(): Promise<void>;
}

export interface ThreadSetting {
  /** The built entry of the thread, which serves it by `serveThread`. */
  file: string;
  /** How many milliseconds one piece of work may take before it is given up. */
  longest: number;
  /** How much memory it may use; beyond that the thread ends and nothing else. */
  limits?: ResourceLimits;
}

/** The work failed; the thread is well. The message may quote what people wrote. */
export class WorkFailed extends Error {
  override readonly name = "WorkFailed";
}

/** The thread ended before it answered. */
class ThreadEnded extends Error {
  override readonly name = "ThreadEnded";
}

/**
 * Where a thread's entry lies: beside the server's own, from which this code may have been split off into a folder.
 * Undefined where the server runs from its sources.
 */
export function findThreadFile(name: string): string | undefined {
  const folders = [import.meta.dirname, path.dirname(import.meta.dirname)];
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
}

/** One thread, started with the first question, kept for the next, and started afresh after it broke or was stopped. */
export function createThread<Question, Answer>(setting: ThreadSetting): Thread<Question, Answer> {
  let worker: Worker | undefined;
  let lastId = 0;
  const inTurn = createTurns();
  const forget = async () => {
    const old = worker;
    worker = undefined;
    await old?.terminate();
  };
  const askNow = async (question: Question, signal?: AbortSignal): Promise<Answer> => {
    const limit = AbortSignal.timeout(setting.longest);
    const ends = signal ? AbortSignal.any([signal, limit]) : limit;
    ends.throwIfAborted();
    worker ??= startWorker(setting, (ended) => {
      if (worker === ended) worker = undefined;
    });
    lastId += 1;
    try {
      return await askWorker<Question, Answer>(worker, { id: lastId, question }, ends);
    } catch (error) {
      if (!(error instanceof WorkFailed)) await forget();
      throw error;
    }
  };
  return {
    ask: (question, signal) => inTurn(() => askNow(question, signal)),
    stop: forget,
  };
}

/** A thread without work does not keep the process alive. */
function startWorker({ file, limits }: ThreadSetting, onEnd: (worker: Worker) => void): Worker {
  const worker = new Worker(file, limits ? { resourceLimits: limits } : {});
  worker.unref();
  worker.on("error", () => {});
  worker.on("exit", () => onEnd(worker));
  return worker;
}

function askWorker<Question, Answer>(
  worker: Worker,
  asked: ThreadQuestion<Question>,
  ends: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      ends.removeEventListener("abort", onAbort);
      worker.unref();
      end();
    };
    const onMessage = (reply: ThreadReply<Answer>) => {
      if (reply.id !== asked.id) return;
      settle(() => ("answer" in reply ? resolve(reply.answer) : reject(toError(reply.error))));
    };
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new ThreadEnded("the thread ended")));
    const onAbort = () => settle(() => reject(ends.reason));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    ends.addEventListener("abort", onAbort);
    worker.ref();
    worker.postMessage(asked);
  });
}

function toError({ name, message }: { name: string; message: string }): WorkFailed {
  return new WorkFailed(`${name}: ${message}`);
}

/** Lets pieces of work follow each other; one that fails does not stop the next. */
export function createTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
