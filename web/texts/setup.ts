import type { CopyPart } from "../../server/domain/setup/copy-part.ts";
import type {
  EntryStep,
  entryFields,
  RecordStep,
  recordFields,
} from "../../server/domain/setup/entry-fields.ts";
import type { MistakeCode } from "../../server/domain/setup/field.ts";
import type { Gap, Step, StepGroup, StepState } from "../../server/domain/setup/steps.ts";
import type { WaveMistakeCode } from "../../server/domain/setup/wave-form.ts";
import type { Language } from "../../server/domain/text.ts";
import type { IdentityMode, WaveKind } from "../../server/domain/words.ts";
import type { PluralForms } from "./numbers.ts";
import { setupTextsEn } from "./setup-en.ts";
import { setupTextsLt } from "./setup-lt.ts";

export interface FieldText {
  label: string;
  hint?: string;
}

type FieldTexts<All extends Record<string, Record<string, unknown>>> = {
  [S in keyof All]: { [Name in keyof All[S]]: FieldText };
};

/** Why something can no longer be changed. */
export type FrozenBecause = "answers" | "begun" | "released" | "cards" | "administrators";

/** Words of the path on which a programme is set up. */
export interface SetupTexts {
  title: string;
  lead: string;
  opening: { title: string; ready: string; missing: string };
  groups: Record<StepGroup, string>;
  steps: Record<Step, { title: string; lead: string }>;
  states: Record<StepState, string>;
  gaps: Record<Gap, string>;
  fields: FieldTexts<Pick<typeof entryFields, EntryStep>> &
    FieldTexts<Pick<typeof recordFields, RecordStep>>;
  inLanguage: Record<Language, string>;
  optional: string;
  noChoice: string;
  options: {
    identityMode: Record<IdentityMode, { label: string; hint: string }>;
    languages: Record<string, string>;
    tick: { yes: string; no: string };
  };
  mistakes: Record<MistakeCode, string>;
  summary(count: number): string;
  frozen: Record<FrozenBecause, string>;
  buttons: {
    save: string;
    add: string;
    change: string;
    remove: string;
    up: string;
    down: string;
    notNeeded: string;
    neededAfterAll: string;
    path: string;
    list: string;
    next: string;
    upload: string;
  };
  list: { none: string; addTitle: string; entries: string; inUse: string; lastTitle: string };
  saved: string;
  localities: {
    forms: string;
    checkForms: string;
    frozen: string;
    elsewhere: string;
    manyTitle: string;
    manyHint: string;
    manyLabel: string;
    manyMistake(line: number, name: string): string;
    addMany: string;
  };
  sectors: { ready: string; addReady: string };
  topics: { noScales: string };
  criteria: {
    decisions: string;
    met: Record<"yes" | "no" | "open", string>;
    question: string;
    evidence: string;
    decidedOn: string;
    noLocalities: string;
    dayMissing: string;
  };
  sessions: {
    manyTitle: string;
    manyLead: string;
    where: string;
    lines: string;
    linesHint: string;
    example: string;
    add: string;
    noLocality: string;
    noLines: string;
    lineMistake(line: number, what: string): string;
    total(count: number, hours: string): string;
  };
  logos: {
    upload: string;
    hint: string;
    preview: string;
    replace: string;
    faults: Record<
      "nothing" | "too-large" | "not-a-picture" | "unsafe" | "too-big-picture",
      string
    >;
  };
  visions: DocumentTexts;
  publicity: DocumentTexts & { missing: string };
  notice: {
    none: string;
    published(number: number, day: string): string;
    draft: string;
    fits(mode: string): string;
    missing: string;
    missingParts: Record<NoticeGap, string>;
    edit: string;
    textLabel: string;
    textHint: string;
    statements: string;
    saveDraft: string;
    publish: string;
    publishAdvice: string;
    startOver: string;
    startOverAdvice: string;
    empty: string;
    gapLeft: string;
    whoAnswered: string;
    whoAnsweredHint: string;
    whoAnsweredFitted: Record<"told" | "untold", string>;
  };
  questionnaire: { none: string; published(number: number, title: string): string; open: string };
  waves: {
    names: Record<WaveKind, string>;
    optional: string;
    zone(name: string): string;
    opensAt: string;
    closesAt: string;
    grace: string;
    graceHint: string;
    version: string;
    versionName(number: number, title: string): string;
    localities: string;
    localitiesHint: string;
    planned: string;
    plannedReady: string;
    set: string;
    frozenOpening: string;
    frozenVersion: string;
    closed: string;
    closedIn(names: string): string;
    save: string;
    mistakes: Record<WaveMistakeCode, string>;
  };
  planning: {
    deviation: string;
    deviationHint: string;
    share: string;
    shareHint: string;
    show: string;
    caption: string;
    columns: { people: string; pairs: string; halfWidth: string; enough: string; power: string };
    yes: string;
    no: string;
    tooFew: string;
    /** A number of points as it stands before "tikslumu" and after "to within". */
    pointForms: PluralForms;
    sentence(worthwhile: string, people: number): string;
    sentenceNever(worthwhile: string): string;
    noWorthwhile: string;
    points(value: string): string;
    explanation: string;
    powerExplanation: string;
    /** A chance in percent, or that it is above it. */
    chance(percent: number, isMore: boolean): string;
  };
  start: {
    title: string;
    link: string;
    lead: string;
    slug: string;
    slugHint: string;
    from: string;
    fromNothing: string;
    copyTitle: string;
    copyLead: string;
    parts: Record<CopyPart, string>;
    create: string;
  };
}

/** Words of the document that an entry may have. */
export interface DocumentTexts {
  file: string;
  hint: string;
  none: string;
  removeFile: string;
  faults: Record<"nothing" | "too-large" | "not-a-file" | "too-big-picture", string>;
}

/** What a notice needs to be told and nobody has said yet. */
export type NoticeGap = "controller" | "evaluator" | "funders" | "retention";

export const setupTexts: Record<Language, SetupTexts> = { lt: setupTextsLt, en: setupTextsEn };
