import { serveThread } from "../threads/serve-thread.ts";
import { standBack } from "../threads/stand-back.ts";
import { type DocumentRequest, renderDocument } from "./render-document.ts";

standBack();

// The entry of the worker thread that makes documents.
serveThread<DocumentRequest, Uint8Array>(async (document) => {
  // A copy of its own: bytes may lie in a pool that other documents share, and are handed over whole.
  const bytes = Uint8Array.from(await renderDocument(document));
  return { answer: bytes, handedOver: [bytes.buffer] };
});
