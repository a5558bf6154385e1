import type { BuildWords } from "../domain/exchange/build-document.ts";
import type { ForeignFormat } from "../domain/exchange/formats.ts";
import { isLimeSurveyTable, readLimeSurveyRows } from "../domain/exchange/limesurvey-rows.ts";
import {
  isLimeSurveyDocument,
  readLimeSurveyTables,
} from "../domain/exchange/limesurvey-tables.ts";
import type { ImportOutcome } from "../domain/exchange/loss.ts";
import type { ImportWish } from "../domain/exchange/outline.ts";
import { isOwnFormat, readOwnFormat } from "../domain/exchange/own-format.ts";
import { readLimeSurvey } from "../domain/exchange/read-limesurvey.ts";
import { isSurveyjs, readSurveyjs } from "../domain/exchange/read-surveyjs.ts";
import { readXlsform } from "../domain/exchange/read-xlsform.ts";
import { newWavePart } from "../domain/questionnaire/draft.ts";
import type { TableFault } from "../domain/upload/table.ts";
import { openArchive } from "./archive-entries.ts";
import { cleanCell } from "./cell-text.ts";
import { isWebPage, readTable } from "./read-table.ts";
import { readText } from "./read-text.ts";
import { readXml } from "./read-xml.ts";
import { outcomeOf } from "./upload-fault.ts";

export type ForeignFile =
  | { readable: true; format: ForeignFormat; outcome: ImportOutcome }
  | { readable: false; fault: TableFault };

const words: BuildWords = {
  title: { lt: "Klausimynas", en: "Questionnaire" },
  section: { lt: "Klausimai", en: "Questions" },
  waves: {
    before: newWavePart("before").title,
    after: newWavePart("after").title,
    followup: newWavePart("followup").title,
  },
};

/** Reads a questionnaire in whichever format it is: what stands in the file decides, never its name. */
export function readForeignFile(
  bytes: Uint8Array,
  fileName: string,
  wish: ImportWish,
): ForeignFile {
  const beginning = new TextDecoder("utf-8").decode(bytes.subarray(0, 200)).trimStart();
  if (beginning.startsWith("{")) return readJsonFile(bytes, wish);
  if (beginning.startsWith("<")) return readXmlFile(bytes, wish);
  const kept = surveyInArchive(bytes);
  if (kept) return readXmlFile(kept, wish);
  const table = readTable(bytes, fileName);
  if (!table.ok) return { readable: false, fault: table.fault };
  const [first] = table.sheets;
  if (first && table.encoding !== null) {
    if (!isLimeSurveyTable(first.rows)) return unknown("limesurvey-text");
    const outcome = readLimeSurvey(readLimeSurveyRows(first.rows), wish, words);
    return { readable: true, format: "limesurvey-text", outcome };
  }
  // LimeSurvey's table is often worked on in a spreadsheet, and saved as a workbook.
  const lime = table.sheets.find(({ rows }) => isLimeSurveyTable(rows));
  if (lime) {
    const outcome = readLimeSurvey(readLimeSurveyRows(lime.rows), wish, words);
    return { readable: true, format: "limesurvey-text", outcome };
  }
  return { readable: true, format: "xlsform", outcome: readXlsform(table.sheets, wish, words) };
}

/** LimeSurvey's survey archive (.lsa) holds the survey's own file beside its answers. */
function surveyInArchive(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  const opened = outcomeOf(() => {
    const archive = openArchive(bytes);
    const name = archive.names().find((one) => one.endsWith(".lss"));
    return { ok: true, survey: name === undefined ? undefined : archive.read(name) };
  });
  // What is wrong with it is told by whoever reads it as a workbook.
  return opened.ok ? opened.survey : undefined;
}

function readJsonFile(bytes: Uint8Array, wish: ImportWish): ForeignFile {
  const text = readText(bytes);
  if (!text.ok) return { readable: false, fault: text.fault };
  let value: unknown;
  try {
    value = JSON.parse(text.text, (_key, inner: unknown) =>
      typeof inner === "string" ? cleanCell(inner) : inner,
    );
  } catch {
    const fault = { code: "json-syntax" } as const;
    return { readable: true, format: "surveyjs", outcome: { ok: false, fault } };
  }
  if (isOwnFormat(value)) return { readable: true, format: "own", outcome: readOwnFormat(value) };
  if (!isSurveyjs(value)) return unknown("surveyjs");
  return { readable: true, format: "surveyjs", outcome: readSurveyjs(value, wish, words) };
}

function readXmlFile(bytes: Uint8Array, wish: ImportWish): ForeignFile {
  const beginning = new TextDecoder().decode(bytes.subarray(0, 100));
  if (isWebPage(beginning)) return unknown("limesurvey-xml");
  const xml = readXml(bytes);
  if (!xml.ok) return { readable: false, fault: xml.fault };
  if (!isLimeSurveyDocument(xml.root)) return unknown("limesurvey-xml");
  const outcome = readLimeSurvey(readLimeSurveyTables(xml.root), wish, words);
  return { readable: true, format: "limesurvey-xml", outcome };
}

function unknown(format: ForeignFormat): ForeignFile {
  return { readable: true, format, outcome: { ok: false, fault: { code: "format-not-known" } } };
}
