import type { ParticipantRole } from "../../server/domain/participant/list-row.ts";
import type { Language } from "../../server/domain/text.ts";
import { participantTextsEn } from "./participants-en.ts";
import { participantTextsLt } from "./participants-lt.ts";

export const personFields = [
  "fullName",
  "organisation",
  "email",
  "phone",
  "gender",
  "ageBand",
] as const;
export type PersonField = (typeof personFields)[number];
export const enrolmentFields = [
  "locality",
  "group",
  "sector",
  "role",
  "enrolledOn",
  "withdrawnOn",
] as const;
export type EnrolmentField = (typeof enrolmentFields)[number];
export type ParticipantField = PersonField | EnrolmentField;

/** Words of the list of participants, of one person's page, and of look-alikes. */
export interface ParticipantTexts {
  title: string;
  lead: string;
  roles: Record<ParticipantRole, string>;
  fields: Record<ParticipantField, string>;
  hints: Partial<Record<ParticipantField, string>>;
  mistakes: Record<ParticipantField, string>;
  mistakesTitle: string;
  isContactShared: string;
  noChoice: string;
  counts: {
    title: string;
    byLocality: string;
    columns: Record<"locality" | "involved" | "cycleParticipants" | "certified", string>;
    whole: string;
    sentence(involved: number, certified: number): string;
    definition: string;
    moreThanWhole: string;
  };
  search: {
    title: string;
    words: string;
    hint: string;
    everywhere: string;
    everyGroup: string;
    everySector: string;
    everyRole: string;
    withdrawn: string;
    submit: string;
    all: string;
    found(enrolments: number, people: number): string;
    none: string;
    empty: string;
    previous: string;
    next: string;
    page(page: number, pages: number): string;
  };
  list: {
    columns: Record<"person" | "locality" | "sector" | "role" | "contact", string>;
    shared: string;
    withdrawn(day: string): string;
  };
  links: Record<"add" | "import" | "duplicates" | "attendance" | "completion" | "back", string>;
  person: {
    newTitle: string;
    add: string;
    save: string;
    saved: string;
    added: string;
    enrolments: string;
    addEnrolment: string;
    everywhere: string;
    alreadyEnrolled: string;
    certifiedStays: string;
    groupElsewhere: string;
    look: string;
    isCertified: string;
    withdrawHint: string;
    held: string;
  };
  removal: {
    title: string;
    lead: string;
    sure(name: string): string;
    mustBeSure: string;
    button: string;
    removed: string;
    hasTraces: string;
    askWhole: string;
    desk: string;
  };
  duplicates: {
    title: string;
    lead: string;
    none: string;
    count(pairs: number): string;
    more(pairs: number): string;
    reasons: Record<"same-name-and-address" | "same-name" | "close-name", string>;
    keep(name: string): string;
    distinct: string;
    merged: string;
    noted: string;
    pair(one: string, other: string): string;
    keptExplained: string;
  };
  imported(outcome: { added: number; changed: number; same: number; leftOut: number }): string;
}

export const participantTexts: Record<Language, ParticipantTexts> = {
  lt: participantTextsLt,
  en: participantTextsEn,
};
