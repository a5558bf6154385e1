import type { Language } from "../../server/domain/text.ts";
import { certificateTextsEn } from "./certificates-en.ts";
import { certificateTextsLt } from "./certificates-lt.ts";

/** What may be wrong with a field of the template. */
export type TemplateField = "titleLt" | "titleEn" | "textLt" | "textEn" | "prefix" | "percent";

/** Words of the certificates themselves, of the organiser's page, and of the page where anybody checks one. */
export interface CertificateTexts {
  title: string;
  lead: string;
  paper: {
    heading: string;
    fileTitle: string;
    number(number: string): string;
    took(title: string, hours: number | null): string;
    topics(topics: readonly string[]): string;
    issued(place: string, day: string): string;
    check: string;
    qrAlt: string;
  };
  template: {
    title: string;
    none: string;
    fields: Record<TemplateField, string>;
    hints: Partial<Record<TemplateField, string>>;
    mistakes: Record<TemplateField, string>;
    areTopicsNamed: string;
    signatory: string;
    noSignatory: string;
    save: string;
  };
  issue: {
    title: string;
    rule(percent: string): string;
    count(ready: number): string;
    issue: string;
    waiting(count: number): string;
    nobody: string;
    columns: Record<"person" | "locality" | "attended" | "state", string>;
    ready: string;
    tooLittle: string;
    revoked: string;
    again: string;
  };
  register: {
    title: string;
    none: string;
    columns: Record<"number" | "name" | "locality" | "title" | "hours" | "day" | "state", string>;
    valid: string;
    revoked(day: string, reason: string): string;
    paper: Record<Language, string>;
    revoke: string;
    reason: string;
    reasonMissing: string;
  };
  print: {
    title: string;
    advice: string;
    order: Record<Language, string>;
    inProgress: string;
    failed: string;
    file(count: number, until: string): string;
    progressTitle: string;
    back: string;
  };
  verify: {
    title: string;
    valid: string;
    revoked: string;
    number: string;
    training: string;
    day: string;
    isSomebodys: string;
    advice: string;
    name: string;
    compare: string;
    isSame(name: string): string;
    isOther: string;
    nameMissing: string;
    tooManyTries: string;
  };
}

export const certificateTexts: Record<Language, CertificateTexts> = {
  lt: certificateTextsLt,
  en: certificateTextsEn,
};
