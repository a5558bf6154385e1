import type { AnnexPart } from "../../server/domain/annex/choices.ts";
import type { Language } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import { annexPartTextsEn } from "./annex-parts-en.ts";
import { annexPartTextsLt } from "./annex-parts-lt.ts";

/** Sentences and headings of the annex's parts besides the results themselves. */
export interface AnnexPartTexts {
  /** The heading of each part, as it is printed and as it is chosen. */
  parts: Record<AnnexPart, string>;
  preparedBy: string;
  indicatorDetails: string;
  indicatorColumns: Record<
    "name" | "unit" | "planned" | "reached" | "difference" | "percent" | "source" | "explanation",
    string
  >;
  definition: string;
  percentNote: string;
  byGender: string;
  byAge: string;
  gender: string;
  age: string;
  people: string;
  genders: Record<"woman" | "man" | "non-binary" | "undisclosed", string>;
  notToldApart: string;
  fromRegistration: string;
  mergedNote(least: number): string;
  allMerged(least: number): string;
  knowledgeLead: string;
  noKnowledge: string;
  shiftLead: string;
  noShift: string;
  noSatisfaction: string;
  noFollowup: string;
  noItems: string;
  openLead: string;
  openFew: string;
  openNoThemes(people: number): string;
  openCaption(question: string): string;
  theme: string;
  openNote(people: number): string;
  fewSaid: string;
  noOpenQuestions: string;
  quotationsLead: string;
  conclusionsLead(evaluator: string): string;
  noConclusions: string;
  finding: string;
  recommendation: string;
  aboutFigure(figure: string): string;
  excludedLead: string;
  excludedColumns: Record<"who" | "why" | "people", string>;
  excludedCaption: string;
  excluded: {
    beforeOnly: string;
    beforeOnlyWhy: string;
    afterOnly: string;
    afterOnlyWhy: string;
    questionnaire(wave: string): string;
    reason(reason: string): string;
  };
  withheldCaption: string;
  withheldColumns: Record<"scale" | "locality" | "why", string>;
  definitionColumns: Record<"term" | "meaning", string>;
  definitions: readonly { term: string; meaning: string }[];
  sessionColumns: Record<"day" | "locality" | "title" | "hours" | "lecturer" | "place", string>;
  sessionsTotal: string;
  noSessions: string;
  visionColumns: Record<"locality" | "title", string>;
  noVisions: string;
  publicityColumns: Record<"day" | "channel" | "title" | "logos" | "copy", string>;
  yes: string;
  no: string;
  publicityNote(shown: number, all: number): string;
  noPublicity: string;
  certificateColumns: Record<"number" | "issuedOn" | "hours" | "state" | "name", string>;
  valid: string;
  revoked: string;
  certificateNote: string;
  noCertificates: string;
  listColumns: Record<
    "row" | "name" | "organisation" | "sector" | "certificate" | "signature",
    string
  >;
  listNote: string;
  noParticipants: string;
  waveTitle(wave: WaveKind): string;
  notice: string;
  sameNotice(questionnaire: string): string;
  statements: string;
  required: string;
  questionColumns: Record<"number" | "question" | "answers", string>;
  answersOfAll(answers: string): string;
  openAnswer: string;
  numberAnswer: string;
  dayAnswer: string;
  agreement: string;
  otherAnswer: string;
  fromTo(low: string, high: string): string;
  dictionaryLead: string;
  dictionaryColumns: Record<"key" | "question" | "values" | "waves", string>;
}

export const annexPartTexts: Record<Language, AnnexPartTexts> = {
  lt: annexPartTextsLt,
  en: annexPartTextsEn,
};
