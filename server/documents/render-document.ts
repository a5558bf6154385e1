import type { AnnexDocument } from "../domain/annex/document.ts";
import { writeAnnexPdf } from "./pdf.ts";

/** A document to be made, as data that can be handed to another thread. */
export type DocumentRequest = { kind: "annex-pdf"; annex: AnnexDocument };

/** Makes the document in this thread. It takes the processor for as long as it needs. */
export async function renderDocument(request: DocumentRequest): Promise<Uint8Array> {
  switch (request.kind) {
    case "annex-pdf":
      return await writeAnnexPdf(request.annex);
  }
}
