import { setImmediate as nextTurn } from "node:timers/promises";
import { parentPort, type TransferListItem } from "node:worker_threads";
import type { ThreadQuestion, ThreadReply } from "./thread.ts";

/** What a piece of work came to; what is in `handedOver` moves to the asking thread without being copied. */
export interface Worked<Answer> {
  answer: Answer;
  handedOver?: TransferListItem[];
}

/** Called by the entry of a worker thread: answers what it is asked, away from the thread that answers requests. */
export function serveThread<Question, Answer>(
  work: (question: Question) => Worked<Answer> | Promise<Worked<Answer>>,
): void {
  parentPort?.on("message", async ({ id, question }: ThreadQuestion<Question>) => {
    try {
      const { answer, handedOver = [] } = await work(question);
      parentPort?.postMessage({ id, answer } satisfies ThreadReply<Answer>, handedOver);
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      const { name, message } = error;
      parentPort?.postMessage({ id, error: { name, message } } satisfies ThreadReply<Answer>);
    }
    // Memory of the work is given back only when the loop turns.
    await nextTurn();
  });
}
