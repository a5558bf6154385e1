import type { BuildWords } from "../../../server/domain/exchange/build-document.ts";
import type { ImportOutcome } from "../../../server/domain/exchange/loss.ts";
import type { ImportWish } from "../../../server/domain/exchange/outline.ts";
import {
  type QuestionnaireDocument,
  questionnaireDocumentSchema,
} from "../../../server/domain/questionnaire/document.ts";

export const words: BuildWords = {
  title: { lt: "Klausimynas", en: "Questionnaire" },
  section: { lt: "Klausimai", en: "Questions" },
  waves: {
    before: { lt: "Prieš mokymus", en: "Before" },
    after: { lt: "Po mokymų", en: "After" },
    followup: { lt: "Vėliau", en: "Later" },
  },
};

export const wish: ImportWish = { waves: ["before", "after"], language: "lt" };

/** What was read, checked by the schema that everything stored has to pass. */
export function taken(outcome: ImportOutcome) {
  if (!outcome.ok) throw new Error(`not read: ${JSON.stringify(outcome.fault)}`);
  const document: QuestionnaireDocument = questionnaireDocumentSchema.parse(outcome.document);
  const codes = outcome.losses.map(({ code, name }) => (name ? `${code} ${name}` : code));
  const item = (key: string) => document.items.find((one) => one.key === key);
  return { document, losses: outcome.losses, codes, item };
}

/** A sheet as a spreadsheet has it. */
export function sheet(name: string, rows: string[][]) {
  return { name, rows, mergedCells: 0 };
}
