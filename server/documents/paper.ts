import type { AnnexLogo } from "../domain/annex/document.ts";

// What is handed out on paper, as data: every sentence comes with it, so that these writers speak no language themselves.

interface PaperDocument {
  language: "lt" | "en";
  /** The file's title; of the questionnaire also the one printed. */
  title: string;
  organisation: string;
  /** YYYY-MM-DD, for the file's metadata. */
  madeOnDay: string;
  /** "Demonstraciniai duomenys" where people are invented: printed on everything that is cut out or handed over. */
  demonstration: string | null;
}

/** Cards with codes, eight on a sheet, to be cut apart. */
export interface CodeCards extends PaperDocument {
  /** In words what the QR code is, for who cannot see it. */
  qrAlt: string;
  cards: CodeCard[];
}

export interface CodeCard {
  programme: string;
  locality: string;
  /** As it is typed: "BKMR-TVZF". */
  code: string;
  /** The personal link in the QR code. */
  url: string;
  /** Where the code can be typed in: "apklausa.example.org". */
  address: string;
  /** What to do with the card, and to photograph it. */
  hint: string;
}

/** A questionnaire to be filled in by hand and entered later. */
export interface PaperQuestionnaire extends PaperDocument {
  subtitle: string;
  /** Version and hash, at the foot of every page: whoever enters the sheet must know which questionnaire it was. */
  form: string;
  introduction: string[];
  /** The wording before the boxes for the code, and how many letters it has. */
  code: { label: string; groups: number[] };
  /** A link to answering on a screen instead. */
  link: { url: string; label: string } | null;
  sections: PaperSection[];
  closing: string;
}

export interface PaperSection {
  title: string;
  introduction: string | null;
  blocks: PaperBlock[];
}

export type PaperBlock =
  | { kind: "matrix"; groups: PaperAnswers[]; rows: { number: string; text: string }[] }
  | { kind: "choice"; number: string; text: string; hint: string | null; options: PaperOption[] }
  | { kind: "range"; number: string; text: string; values: string[]; low: string; high: string }
  | { kind: "lines"; number: string; text: string; lines: number }
  | { kind: "boxes"; number: string; text: string; groups: number[]; unit: string }
  | { kind: "tick"; text: string }
  | { kind: "information"; text: string };

/** One set of answers beside the statements; two of them stand side by side, such as "before" and "now". */
export interface PaperAnswers {
  title: string | null;
  options: string[];
}

export interface PaperOption {
  text: string;
  /** A line to write on follows. */
  isOpen: boolean;
}

/** Certificates, one a page. */
export interface Certificates extends PaperDocument {
  logos: AnnexLogo[];
  /** "PAŽYMĖJIMAS". */
  heading: string;
  /** What a certificate's QR code is, in words. */
  qrAlt: string;
  certificates: Certificate[];
}

export interface Certificate {
  /** With its word: "Nr. 2017-014". */
  number: string;
  name: string;
  /** What the person took part in and learnt. */
  text: string[];
  /** Place and day, in words. */
  issued: string;
  /** Who signed when it was issued; no place for a signature without one. */
  signatory: { position: string; name: string } | null;
  /** Where anybody can check that it is genuine. */
  verification: { label: string; url: string } | null;
}
