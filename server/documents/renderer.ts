import { setImmediate as nextTurn } from "node:timers/promises";
import { createThread, createTurns, findThreadFile } from "../threads/thread.ts";
import type { DocumentRequest } from "./render-document.ts";

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
const mostMilliseconds = 300_000;

/** A renderer on a worker thread where the server is built, and in this thread where it runs from its sources. */
export function createRenderer(): Renderer {
  const file = findThreadFile("document-worker.js");
  return file === undefined ? createInlineRenderer() : createThreadRenderer(file);
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

/** One thread for all documents, one after the other. */
export function createThreadRenderer(file: string, longest: number = mostMilliseconds): Renderer {
  const thread = createThread<DocumentRequest, Uint8Array>({ file, longest });
  return { render: thread.ask, stop: thread.stop };
}
