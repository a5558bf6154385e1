import { cleanTexts, documentCleaner } from "./drawable-text.ts";
import { typesetPdf } from "./typeset.ts";
import template from "./typst/attendance-list.typ?raw";
import { aboutFile } from "./wording.ts";

/** A list that goes round a room to be signed, as data; every word comes with it. */
export interface AttendanceList {
  language: "lt" | "en";
  /** The file's title. */
  title: string;
  /** The title that is printed. */
  heading: string;
  organisation: string;
  /** YYYY-MM-DD, for the file's metadata. */
  madeOnDay: string;
  /** "Demonstraciniai duomenys" where people are invented. */
  demonstration: string | null;
  facts: { label: string; value: string }[];
  /** What to do, where it is not plain. */
  note: string | null;
  /** The running number first, the signature last. */
  columns: string[];
  /** The cells between number and signature; empty ones are lines to write in. */
  rows: string[][];
  lecturerSignature: string;
}

/** The list on upright A4 pages: lines to be numbered, found and signed, their heads on every page. */
export async function writeAttendanceListPdf(list: AttendanceList): Promise<Uint8Array> {
  const clean = cleanTexts(list, documentCleaner());
  const data = { ...clean, about: aboutFile({ ...clean, description: clean.heading }) };
  return await typesetPdf({ template, data });
}
