import { cleanTexts, documentCleaner } from "./drawable-text.ts";
import { typesetPdf } from "./typeset.ts";
import template from "./typst/own-answers.typ?raw";
import { aboutFile } from "./wording.ts";

/** What one participant may read of their own answers, as data; every sentence comes with it. */
export interface OwnAnswersSheet {
  language: "lt" | "en";
  title: string;
  subtitle: string;
  organisation: string;
  /** YYYY-MM-DD, for the file's metadata. */
  madeOnDay: string;
  demonstration: string | null;
  sections: OwnAnswersSection[];
  /** Said where there are no sections. */
  nothing: string;
}

export interface OwnAnswersSection {
  title: string;
  lead: string;
  parts: { title: string | null; rows: OwnAnswersRow[] }[];
}

export interface OwnAnswersRow {
  question: string;
  answer: string;
  note: string | null;
}

/** One's own answers on A4, as a tagged PDF: every question with the answer under it. */
export async function writeOwnAnswersPdf(sheet: OwnAnswersSheet): Promise<Uint8Array> {
  const clean = cleanTexts(sheet, documentCleaner());
  const data = { ...clean, about: aboutFile({ ...clean, description: clean.subtitle }) };
  return await typesetPdf({ template, data });
}
