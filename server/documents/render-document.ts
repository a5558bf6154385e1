import type { AnnexDocument } from "../domain/annex/document.ts";
import type { AttendanceList } from "./attendance-list.ts";
import type { ChartFile } from "./chart-file.ts";
import type { OwnAnswersSheet } from "./own-answers.ts";
import type { Certificates, CodeCards, PaperQuestionnaire } from "./paper.ts";

/** A document to be made, as data that can be handed to another thread. */
export type DocumentRequest =
  | { kind: "annex-pdf" | "annex-docx" | "annex-xlsx"; annex: AnnexDocument }
  | { kind: "chart-svg"; file: ChartFile }
  | { kind: "attendance-list-pdf"; list: AttendanceList }
  | { kind: "code-cards-pdf"; cards: CodeCards }
  | { kind: "paper-questionnaire-pdf"; paper: PaperQuestionnaire }
  | { kind: "certificates-pdf"; batch: Certificates }
  | { kind: "own-answers-pdf"; sheet: OwnAnswersSheet };

/**
 * Makes the document in this thread. It takes the processor for as long as it needs. Each writer is loaded when it is
 * first asked for: a table needs neither the typesetter nor the canvas nor the library for Word files in memory.
 */
export async function renderDocument(request: DocumentRequest): Promise<Uint8Array> {
  switch (request.kind) {
    case "annex-pdf":
      return await (await import("./pdf.ts")).writeAnnexPdf(request.annex);
    case "annex-docx":
      return await (await import("./docx.ts")).writeAnnexDocx(request.annex);
    case "annex-xlsx":
      return (await import("./xlsx.ts")).writeAnnexXlsx(request.annex);
    case "chart-svg":
      return (await import("./chart-file.ts")).writeChartSvg(request.file);
    case "attendance-list-pdf":
      return await (await import("./attendance-list.ts")).writeAttendanceListPdf(request.list);
    case "own-answers-pdf":
      return await (await import("./own-answers.ts")).writeOwnAnswersPdf(request.sheet);
    default:
      return await renderPaper(request);
  }
}

type PaperRequest = Extract<
  DocumentRequest,
  { kind: `${string}-cards-pdf` | `paper-${string}` | "certificates-pdf" }
>;

async function renderPaper(request: PaperRequest): Promise<Uint8Array> {
  const paper = await import("./paper-pdf.ts");
  switch (request.kind) {
    case "code-cards-pdf":
      return await paper.writeCodeCardsPdf(request.cards);
    case "paper-questionnaire-pdf":
      return await paper.writePaperQuestionnairePdf(request.paper);
    case "certificates-pdf":
      return await paper.writeCertificatesPdf(request.batch);
  }
}
