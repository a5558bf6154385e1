import type { AnnexDocument } from "../domain/annex/document.ts";
import { type AttendanceList, writeAttendanceListPdf } from "./attendance-list.ts";
import { type ChartFile, writeChartSvg } from "./chart-file.ts";
import { type OwnAnswersSheet, writeOwnAnswersPdf } from "./own-answers.ts";
import type { Certificates, CodeCards, PaperQuestionnaire } from "./paper.ts";
import {
  writeCertificatesPdf,
  writeCodeCardsPdf,
  writePaperQuestionnairePdf,
} from "./paper-pdf.ts";
import { writeAnnexPdf } from "./pdf.ts";
import { writeAnnexXlsx } from "./xlsx.ts";

/** A document to be made, as data that can be handed to another thread. */
export type DocumentRequest =
  | { kind: "annex-pdf" | "annex-docx" | "annex-xlsx"; annex: AnnexDocument }
  | { kind: "chart-svg"; file: ChartFile }
  | { kind: "attendance-list-pdf"; list: AttendanceList }
  | { kind: "code-cards-pdf"; cards: CodeCards }
  | { kind: "paper-questionnaire-pdf"; paper: PaperQuestionnaire }
  | { kind: "certificates-pdf"; batch: Certificates }
  | { kind: "own-answers-pdf"; sheet: OwnAnswersSheet };

/** Makes the document in this thread. It takes the processor for as long as it needs. */
export async function renderDocument(request: DocumentRequest): Promise<Uint8Array> {
  switch (request.kind) {
    case "annex-pdf":
      return await writeAnnexPdf(request.annex);
    case "annex-docx":
      return await writeDocx(request.annex);
    case "annex-xlsx":
      return writeAnnexXlsx(request.annex);
    case "chart-svg":
      return writeChartSvg(request.file);
    case "attendance-list-pdf":
      return await writeAttendanceListPdf(request.list);
    case "code-cards-pdf":
      return await writeCodeCardsPdf(request.cards);
    case "paper-questionnaire-pdf":
      return await writePaperQuestionnairePdf(request.paper);
    case "certificates-pdf":
      return await writeCertificatesPdf(request.batch);
    case "own-answers-pdf":
      return await writeOwnAnswersPdf(request.sheet);
  }
}

/** Loaded when it is needed: the library for Word files is larger than everything else together. */
async function writeDocx(annex: AnnexDocument): Promise<Uint8Array> {
  const { writeAnnexDocx } = await import("./docx.ts");
  return await writeAnnexDocx(annex);
}
