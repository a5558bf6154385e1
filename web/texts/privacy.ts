import type { DestructionKind, DestructionState } from "../../server/domain/retention/retention.ts";
import type { Language } from "../../server/domain/text.ts";
import { privacyEn } from "./privacy-en.ts";
import { privacyLt } from "./privacy-lt.ts";

/** Words of the data protection desk's first page, and of the proof that something was destroyed. */
export interface PrivacyTexts {
  title: string;
  lead: string;
  requests: string;
  requestsOpen: (open: number) => string;
  audit: string;
  exports: string;
  documents: string;
  documentNames: Record<"processing-record" | "impact-assessment", string>;
  documentsAdvice: string;
  datesTitle: string;
  datesLead: string;
  dates: Record<DestructionKind, string>;
  datesAdvice: Record<DestructionKind, string>;
  saveDates: string;
  dateMistake: string;
  dateOrder: string;
  fixed: string;
  dryRunTitle: string;
  dryRunLead: string;
  kinds: Record<DestructionKind, string>;
  states: Record<DestructionState, (date: string) => string>;
  data: string;
  whatGoes: string;
  when: string;
  rows: Record<string, (count: number) => string>;
  nothing: string;
  destroyNow: Record<DestructionKind, string>;
  destroyWarning: Record<DestructionKind, string>;
  heldUp: string;
  dataRoleNeeded: string;
  confirmLabel: (slug: string) => string;
  confirmMistake: string;
  reason: string;
  reasonMistake: string;
  proofs: string;
  noProofs: string;
  proofTitle: string;
  proofOf: Record<DestructionKind, string>;
  proofLead: Record<DestructionKind, string>;
  proofDone: (moment: string, who: string | null) => string;
  proofHash: string;
  proofLimits: string;
  print: string;
  noticesTitle: string;
  noticeVersion: (number: number, day: string) => string;
  noticeHash: string;
  consentsTitle: string;
  consentsLead: string;
  consentCount: (given: number, asked: number) => string;
}

export const privacyTexts: Record<Language, PrivacyTexts> = { lt: privacyLt, en: privacyEn };

/** "12 kodų, 3 nuorodos"; tables with nothing in them are left out. */
export function rowsInWords(counts: Readonly<Record<string, number>>, language: Language): string {
  const { rows, nothing } = privacyTexts[language];
  const words = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => rows[table]?.(count) ?? `${table}: ${count}`);
  return words.length === 0 ? nothing : words.join(", ");
}
