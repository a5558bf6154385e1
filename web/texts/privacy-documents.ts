import type { Language } from "../../server/domain/text.ts";
import type { IdentityMode } from "../../server/domain/words.ts";
import { privacyDocumentsEn } from "./privacy-documents-en.ts";
import { privacyDocumentsLt } from "./privacy-documents-lt.ts";

/** What a document tells of a programme; days are in words already, empty where none was set. */
export interface PrivacyFacts {
  organisation: string;
  contact: string;
  programme: string;
  period: string;
  evaluator: string;
  funders: string;
  mode: IdentityMode;
  involved: number;
  threshold: number;
  keyDestroyOn: string;
  answersDeleteOn: string;
  peopleDeleteOn: string;
  notice: number | null;
  /** The notice says that the organiser sees who has handed a sheet in. */
  isWhoAnsweredTold: boolean;
}

/** A document as sections of paragraphs; tables have a head and rows of equal length. */
export interface PrivacyDocumentSection {
  title: string;
  paragraphs: string[];
  table?: { head: string[]; rows: string[][] };
}

export interface PrivacyDocumentTexts {
  record: { title: string; sections: (facts: PrivacyFacts) => PrivacyDocumentSection[] };
  assessment: { title: string; sections: (facts: PrivacyFacts) => PrivacyDocumentSection[] };
}

export const privacyDocumentTexts: Record<Language, PrivacyDocumentTexts> = {
  lt: privacyDocumentsLt,
  en: privacyDocumentsEn,
};
