import type { Chart } from "./chart.ts";

/** An annex as data. It is assembled once, in one language, and every writer (PDF, DOCX, XLSX, HTML) turns the same into bytes. */
export interface AnnexDocument {
  format: "pokytis-annex/1";
  language: "lt" | "en";
  /** "1 priedas": at the top right, with the name of what it is an annex to. */
  mark: string;
  title: string;
  subtitle: string;
  /** Other lines of the title page: contract title, funders, period. */
  titleLines: { label: string; text: string }[];
  organisation: string;
  /** The day it was made, already in words. */
  madeOn: string;
  /** The same day as YYYY-MM-DD, for the file's metadata: nothing in the bytes depends on the clock. */
  madeOnDay: string;
  /** "Demonstraciniai duomenys" where the data is invented: printed on every page and sheet. */
  demonstration: string | null;
  logos: AnnexLogo[];
  /** What is being annexed: release and revision, with its hash; printed at the end. */
  provenance: { label: string; text: string }[];
  signatory: { position: string; name: string } | null;
  blocks: AnnexBlock[];
}

export interface AnnexLogo {
  mediaType: "image/svg+xml" | "image/png";
  base64: string;
  alt: string;
}

export type AnnexBlock =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "note"; text: string }
  | { kind: "quotation"; text: string; source: string }
  | AnnexTable
  | { kind: "figure"; key: string; caption: string; alt: string; chart: Chart }
  | { kind: "page-break" };

export interface AnnexTable {
  kind: "table";
  key: string;
  caption: string;
  columns: AnnexColumn[];
  rows: AnnexRow[];
  note: string | null;
}

export interface AnnexColumn {
  title: string;
  align: "start" | "end";
  /** Relative width; columns of numbers take what they need. */
  width: number | "content";
}

export interface AnnexRow {
  cells: AnnexCell[];
  isTotal: boolean;
}

/** What is printed, and for spreadsheets the number behind it where there is one. */
export interface AnnexCell {
  text: string;
  number: number | null;
}
