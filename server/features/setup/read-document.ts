import type { KeptFile } from "../../../db/queries/setup-files.ts";
import { redrawPicture } from "../../documents/redrawn-picture.ts";
import { documentKind } from "../../domain/setup/document-kind.ts";
import { slugOf } from "../../domain/setup/slug.ts";
import type { DocumentStep } from "./keep-file.ts";

export type DocumentFault = "too-large" | "not-a-file" | "too-big-picture";
export type DocumentOutcome = { ok: true; file: KeptFile } | { ok: false; fault: DocumentFault };

const mostBytes = 8 * 1024 * 1024 - 64 * 1024;
/** What a document is called whose own name has no letters that an address can hold. */
const unnamed = { visions: "vizija", publicity: "kopija" };

/**
 * An uploaded document as it is kept: judged by its bytes, never by its name. A picture is drawn anew, so that it does
 * not tell where, when and by whom it was taken; a PDF stays as it came. The name is made anew of letters and digits,
 * with the ending of what the document really is.
 */
export async function readDocument(
  sent: { name: string; content: Buffer },
  step: DocumentStep,
): Promise<DocumentOutcome> {
  if (sent.content.length > mostBytes) return { ok: false, fault: "too-large" };
  const kind = documentKind(sent.content);
  if (!kind) return { ok: false, fault: "not-a-file" };
  const name = slugOf(sent.name.replace(/\.[^.]*$/, "")) || unnamed[step];
  const file = { fileName: `${name}.${kind.ending}`, mediaType: kind.mediaType };
  if (kind.mediaType === "application/pdf") {
    return { ok: true, file: { ...file, content: sent.content } };
  }
  const redrawn = await redrawPicture(sent.content, kind.mediaType);
  if (redrawn.ok) return { ok: true, file: { ...file, content: redrawn.content } };
  return { ok: false, fault: redrawn.fault === "not-a-picture" ? "not-a-file" : redrawn.fault };
}
