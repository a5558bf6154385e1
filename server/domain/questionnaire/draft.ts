import { lengthOf } from "../response/clean-text.ts";
import type { Text } from "../text.ts";
import { type WaveKind, waveKinds } from "../words.ts";
import {
  documentFormat,
  type QuestionnaireDocument,
  type QuestionnaireDraft,
  questionnaireDraftSchema,
} from "./document.ts";

/** What a wave of a new questionnaire is called until somebody changes it. */
const waveTitles: Record<WaveKind, Text> = {
  before: { lt: "Anketa prieš mokymus", en: "Questionnaire before the training" },
  after: { lt: "Anketa po mokymų", en: "Questionnaire after the training" },
  followup: { lt: "Anketa praėjus 3–6 mėnesiams", en: "Questionnaire 3–6 months later" },
};

/** A stored or sent draft; undefined when it is not one. */
export function readDraft(value: unknown): QuestionnaireDraft | undefined {
  const read = questionnaireDraftSchema.safeParse(value);
  return read.success ? read.data : undefined;
}

/** A draft that asks nothing yet, for a training with a wave before and a wave after it. */
export function emptyDraft({
  key,
  title,
  languages,
}: {
  key: string;
  title: Text;
  languages: readonly string[];
}): QuestionnaireDraft {
  const waves = (["before", "after"] as const).map((kind) => [kind, newWavePart(kind)]);
  return {
    format: documentFormat,
    key,
    title,
    languages: [...languages],
    waves: Object.fromEntries(waves),
    answerSets: {},
    sections: [],
    items: [],
    scales: [],
    breakdowns: [],
  };
}

export function newWavePart(kind: WaveKind): NonNullable<QuestionnaireDocument["waves"][WaveKind]> {
  return { title: { ...waveTitles[kind] }, sections: [] };
}

/** The waves that a questionnaire has, in their own order. */
export function wavesOf(draft: QuestionnaireDraft): WaveKind[] {
  return waveKinds.filter((kind) => draft.waves[kind]);
}

/**
 * A draft as it would be published: wordings in languages that the questionnaire no longer has are gone, and so are
 * optional wordings of which no language says anything, and waves of items that it does not have. The draft itself
 * keeps them, for a change of mind.
 */
export function tidyDraft(draft: QuestionnaireDraft): QuestionnaireDraft {
  const document = tidy(draft, draft.languages) as QuestionnaireDraft;
  const waves = wavesOf(document);
  const items = document.items.map((item) => ({
    ...item,
    waves: item.waves.filter((wave) => waves.includes(wave)),
  }));
  return { ...document, items };
}

const optionalWordings = new Set([
  "introduction",
  "stem",
  "help",
  "unit",
  "cannotAnswer",
  "noOpportunity",
  "dontKnow",
]);

function tidy(value: unknown, languages: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => tidy(entry, languages));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([field, inner]) => [
    field,
    isWording(inner) ? inThese(inner, languages) : tidy(inner, languages),
  ]);
  return Object.fromEntries(
    fields.filter(
      ([field, inner]) => !(optionalWordings.has(field as string) && isEmptyWording(inner)),
    ),
  );
}

/** Wordings are the only objects all of whose keys are codes of languages and all of whose values are texts. */
function isWording(value: unknown): value is Text {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([language, words]) => /^[a-z]{2}$/.test(language) && typeof words === "string",
  );
}

function inThese(text: Text, languages: readonly string[]): Text {
  return Object.fromEntries(Object.entries(text).filter(([code]) => languages.includes(code)));
}

function isEmptyWording(value: unknown): boolean {
  return isWording(value) && Object.values(value).every((words) => lengthOf(words.trim()) === 0);
}

/** The first of `base`, `base2`, `base3` … that is not taken; for keys of items, sections, scales and answer sets. */
export function freeKey(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) {
    const key = `${base.slice(0, 36)}${number}`;
    if (!taken.has(key)) return key;
  }
}
