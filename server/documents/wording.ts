import type { AnnexDocument } from "../domain/annex/document.ts";

/** The few words that a writer adds to what the document says itself. */
export interface DocumentWording {
  region: string;
  contents: string;
  table: string;
  figure: string;
  /** "1 lentelė." in Lithuanian, "Table 1." in English. */
  numberFirst: boolean;
  empty: string;
  signature: string;
  /** Second and further parts of a chart that is too tall for a page. */
  part(number: number, count: number): string;
}

const lithuanian: DocumentWording = {
  region: "LT",
  contents: "Turinys",
  table: "lentelė",
  figure: "pav",
  numberFirst: true,
  empty: "Duomenų nėra",
  signature: "(parašas)",
  part: (number, count) => `(${number} dalis iš ${count})`,
};

const english: DocumentWording = {
  region: "GB",
  contents: "Contents",
  table: "Table",
  figure: "Figure",
  numberFirst: false,
  empty: "No data",
  signature: "(signature)",
  part: (number, count) => `(part ${number} of ${count})`,
};

export function documentWording(language: AnnexDocument["language"]): DocumentWording {
  return language === "lt" ? lithuanian : english;
}

/** "1 lentelė", "Table 1". */
export function tableLabel(words: DocumentWording, number: number): string {
  return words.numberFirst ? `${number} ${words.table}` : `${words.table} ${number}`;
}

/** "1 pav", "Figure 1"; the full stop of both belongs to the caption. */
export function figureLabel(words: DocumentWording, number: number): string {
  return words.numberFirst ? `${number} ${words.figure}` : `${words.figure} ${number}`;
}

/** What every PDF says about itself, for its template. */
export interface AboutFile {
  title: string;
  organisation: string;
  description: string;
  /** Year, month and day. */
  day: number[];
  language: AnnexDocument["language"];
  region: string;
}

export function aboutFile(file: {
  title: string;
  organisation: string;
  description: string;
  madeOnDay: string;
  language: AnnexDocument["language"];
}): AboutFile {
  const { title, organisation, description, language } = file;
  const day = file.madeOnDay.split("-").map(Number);
  return {
    title,
    organisation,
    description,
    day,
    language,
    region: documentWording(language).region,
  };
}
