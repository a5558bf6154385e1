import type { sectionPurposes } from "../../server/domain/questionnaire/document.ts";
import type { FormMistakeCode } from "../../server/domain/questionnaire/forms/form-words.ts";
import type { FormKind } from "../../server/domain/questionnaire/forms/item-form.ts";
import type { comparisons } from "../../server/domain/questionnaire/forms/rule-rows.ts";
import type { Remark, RemarkLevel } from "../../server/domain/questionnaire/remarks.ts";
import type { ItemChange } from "../../server/domain/questionnaire/version-changes.ts";
import type { Language } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { PartTexts } from "./questionnaire-parts.ts";
import { questionnairesEn } from "./questionnaires-en.ts";
import { questionnairesLt } from "./questionnaires-lt.ts";

/** The kinds of questions in the order in which they are offered. */
export const formKinds = [
  "rating",
  "pair",
  "knowledge",
  "single",
  "multiple",
  "recommendation",
  "short-text",
  "long-text",
  "number",
  "date",
  "ranking",
  "consent",
  "information",
] as const satisfies readonly FormKind[];

/** Words of the questionnaire editor. */
export interface QuestionnaireTexts {
  way: string;
  untitled: string;
  missing: string;
  save: string;
  cancel: string;
  up: string;
  down: string;
  copy: string;
  remove: string;
  code: string;
  codeHint: string;
  newCodeHint: string;
  breakdowns: string;
  languages: Record<Language, string>;
  waves: Record<WaveKind, string>;
  shortWaves: Record<WaveKind, string>;
  kinds: Record<FormKind, string>;
  kindHints: Record<FormKind, string>;
  purposes: Record<(typeof sectionPurposes)[number], string>;
  mistakesTitle: string;
  mistakes: Record<FormMistakeCode, (detail?: string | number) => string>;
  conflict: { title: string; lead: string; takeStored: string; storedNow: string; moved: string };
  done: Record<
    "moved" | "removed" | "restored" | "saved" | "copied" | "assigned" | "published" | "discarded",
    string
  >;
  list: {
    title: string;
    lead: string;
    none: string;
    draft: string;
    newDraft: string;
    discard: string;
    version(number: number): string;
    usedIn(waves: string): string;
    wavesTitle: string;
    wavesLead: string;
    frozen: string;
    versionOf(wave: string): string;
    assign: string;
    beginTitle: string;
    begin: string;
    from: string;
    empty: string;
    emptyAbout: string;
    name: string;
    nameHint: string;
    ofProgramme(programme: string): string;
    fromElsewhere: string;
    toElsewhere: string;
    versionLabel(title: string, number: number): string;
  };
  editor: {
    draftOf(number: number): string;
    saved(moment: string): string;
    revision(revision: number): string;
    preview: string;
    toPublication: string;
    checks: string;
    asked(items: number, minutes: number): string;
    missing(count: number): string;
    lacks(languages: string): string;
    errors(count: number): string;
    noErrors: string;
    allRemarks(count: number): string;
    removed(name: string): string;
    undo: string;
    empty: string;
    inNoWave: string;
    inScales(keys: string): string;
    isRequired: string;
    hasRule: string;
  };
  item: Record<
    | "add"
    | "kind"
    | "help"
    | "helpHint"
    | "saveMore"
    | "waves"
    | "isRequired"
    | "isRequiredHint"
    | "section"
    | "low"
    | "high"
    | "maximumLength"
    | "minimum"
    | "maximum"
    | "decimals"
    | "unit"
    | "earliest"
    | "latest"
    | "answerSet"
    | "noAnswerSet"
    | "choose"
    | "looksBackAt"
    | "looksBackAtHint"
    | "looksBackAtNothing"
    | "options"
    | "optionsHint"
    | "knowledgeHint"
    | "hasOther"
    | "dontKnow"
    | "dontKnowHint"
    | "atLeast"
    | "atMost"
    | "points"
    | "isShuffled",
    string
  > & { edit(key: string): string; text: Record<FormKind, string> };
  rows: Record<"add" | "code" | "points" | "correct" | "remove", string>;
  rules: {
    title: string;
    hint: string;
    match: string;
    matches: Record<"all" | "any", string>;
    target: string;
    none: string;
    anyAnswer: string;
    is: string;
    value: string;
    add: string;
    comparisons: Record<(typeof comparisons)[number], string>;
  };
  section: Record<"add" | "title" | "stem" | "stemHint" | "purpose" | "purposeHint", string> & {
    edit(key: string): string;
  };
  answerSet: Record<
    | "all"
    | "add"
    | "lead"
    | "points"
    | "pointsHint"
    | "cannotAnswer"
    | "cannotAnswerHint"
    | "noOpportunity"
    | "noOpportunityHint",
    string
  > & { edit(key: string): string };
  scale: Record<
    | "all"
    | "add"
    | "lead"
    | "title"
    | "kind"
    | "items"
    | "itemsHint"
    | "reversed"
    | "isReversed"
    | "minimumAnswered"
    | "minimumAnsweredHint",
    string
  > & { edit(key: string): string; kinds: Record<"rating" | "knowledge", string> };
  settings: Record<
    "title" | "name" | "languages" | "hasWave" | "waveTitle" | "introduction" | "minutes",
    string
  > & { estimated(minutes: number): string };
  preview: Record<
    | "title"
    | "lead"
    | "choices"
    | "wave"
    | "language"
    | "width"
    | "frame"
    | "alone"
    | "notStored"
    | "locality"
    | "end"
    | "endLead",
    string
  > & { widths: Record<"phone" | "desktop", string> };
  publish: Record<
    | "lead"
    | "blocked"
    | "changesLead"
    | "was"
    | "is"
    | "differs"
    | "isNew"
    | "cannotCompare"
    | "decide",
    string
  > & {
    title(number: number): string;
    publish(number: number): string;
    changesTitle(number: number): string;
    sameItems(count: number): string;
    touched(keys: string): string;
    removedItems(keys: string): string;
    addedScales(keys: string): string;
    removedScales(keys: string): string;
    changedScales(keys: string): string;
    undecided(key: string): string;
    changes: Record<ItemChange, string>;
    meanings: Record<"same" | "changed", string>;
  };
  version: Record<"published" | "usedIn" | "hash" | "assign" | "setDates", string> & {
    title(number: number): string;
    comparable(number: number): string;
    comparableLead(same: number, all: number): string;
    notComparable(keys: string): string;
    asked(wave: string): string;
  };
  places: {
    section(key: string): string;
    scale(key: string): string;
    answerSet(key: string): string;
    breakdowns: string;
    settings: string;
    whole: string;
  };
  parts: PartTexts;
  remarks: { levels: Record<RemarkLevel, string>; say(remark: Remark): string };
}

export const questionnaireTexts: Record<Language, QuestionnaireTexts> = {
  lt: questionnairesLt,
  en: questionnairesEn,
};
