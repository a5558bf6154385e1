import { setImmediate as nextTurn } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import { type DocumentRequest, renderDocument } from "./render-document.ts";

/** What comes from the thread that asks. */
export interface WorkerRequest {
  id: number;
  document: DocumentRequest;
}

/** What goes back to it. */
export type WorkerReply =
  | { id: number; bytes: Uint8Array }
  | { id: number; error: { name: string; message: string } };

// The entry of the worker thread: makes one document after the other, away from the thread that answers requests.
parentPort?.on("message", async ({ id, document }: WorkerRequest) => {
  try {
    // A copy of its own: bytes may lie in a pool that other documents share, and are handed over whole.
    const bytes = Uint8Array.from(await renderDocument(document));
    parentPort?.postMessage({ id, bytes } satisfies WorkerReply, [bytes.buffer]);
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { name, message } = error;
    parentPort?.postMessage({ id, error: { name, message } } satisfies WorkerReply);
  }
  // Memory of the typesetter and the canvas is given back only when the loop turns.
  await nextTurn();
});
