import { writeLimeSurveyText, writeLimeSurveyXml } from "../../documents/limesurvey.ts";
import { writeWorkbook } from "../../documents/spreadsheet.ts";
import type { ForeignFormat } from "../../domain/exchange/formats.ts";
import type { Loss } from "../../domain/exchange/loss.ts";
import { writeLimeSurvey } from "../../domain/exchange/write-limesurvey.ts";
import { writeSurveyjs } from "../../domain/exchange/write-surveyjs.ts";
import { writeXlsform, type XlsformSheet } from "../../domain/exchange/write-xlsform.ts";
import type { QuestionnaireDocument } from "../../domain/questionnaire/document.ts";
import { inLanguage } from "../../domain/text.ts";

export interface ForeignExport {
  bytes: Uint8Array;
  mediaType: string;
  /** What a file of the format ends in. */
  extension: string;
  losses: Loss[];
}

/** A questionnaire in another format, with what that format cannot say of it. `day` is when it was written. */
export function writeForeignFile(
  document: QuestionnaireDocument,
  format: ForeignFormat,
  day: string,
): ForeignExport {
  switch (format) {
    case "own":
      return { ...jsonFile(document), losses: [] };
    case "surveyjs": {
      const { content, losses } = writeSurveyjs(document);
      return { ...jsonFile(content), losses };
    }
    case "xlsform": {
      const { content, losses } = writeXlsform(document);
      const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      return { bytes: workbookOf(content, document, day), mediaType, extension: "xlsx", losses };
    }
    case "limesurvey-text": {
      const { content, losses } = writeLimeSurvey(document);
      const mediaType = "text/tab-separated-values; charset=utf-8";
      return { bytes: writeLimeSurveyText(content), mediaType, extension: "txt", losses };
    }
    case "limesurvey-xml": {
      const { content, losses } = writeLimeSurvey(document);
      return {
        bytes: writeLimeSurveyXml(content),
        mediaType: "text/xml",
        extension: "lss",
        losses,
      };
    }
  }
}

function jsonFile(content: unknown) {
  const bytes = new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
  return { bytes, mediaType: "application/json", extension: "json" };
}

function workbookOf(
  sheets: readonly XlsformSheet[],
  { title, languages }: QuestionnaireDocument,
  day: string,
): Uint8Array {
  return writeWorkbook({
    title: inLanguage(title, languages[0] ?? "lt"),
    author: "Pokytis",
    day,
    sheets: sheets.map(({ name, rows }) => ({
      name,
      columnWidths: (rows[0] ?? []).map((head) => (/^(?:label|hint)/.test(head) ? 40 : 18)),
      headRows: 1,
      header: null,
      rows: rows.map((row, index) => ({
        cells: row.map((value) => (index === 0 ? { value, look: "head" } : { value })),
      })),
    })),
  });
}
