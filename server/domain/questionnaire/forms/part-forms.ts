import type { FormFields } from "../../response/form-fields.ts";
import { type WaveKind, waveKinds } from "../../words.ts";
import {
  type AnswerSet,
  type QuestionnaireDraft,
  type Scale,
  type Section,
  sectionPurposes,
} from "../document.ts";
import { newWavePart } from "../draft.ts";
import {
  type FormMistake,
  type FormReading,
  isTicked,
  numberField,
  readKey,
  readNumber,
  readOptionalWording,
  readWording,
  tickField,
  typedIn,
  wordingFields,
} from "./form-words.ts";
import { pointFields, readPoints } from "./option-rows.ts";

export type Read<T> = { ok: true; value: T } | { ok: false; mistakes: FormMistake[] };

const longestTitle = 300;

function outcome<T>({ mistakes }: FormReading, value: T): Read<T> {
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, value };
}

const readingOf = (draft: QuestionnaireDraft, fields: FormFields): FormReading => ({
  fields,
  languages: draft.languages,
  mistakes: [],
});

export function fillSectionForm({ key, title, stem, purpose }: Section): FormFields {
  return new Map<string, readonly string[]>([
    ["key", [key]],
    ...wordingFields("title", title),
    ...wordingFields("stem", stem),
    ["purpose", [purpose]],
  ]);
}

export function readSectionForm(
  draft: QuestionnaireDraft,
  fields: FormFields,
  old?: Section,
): Read<Section> {
  const reading = readingOf(draft, fields);
  const purpose = sectionPurposes.find((one) => one === typedIn(fields, "purpose"));
  if (!purpose) reading.mistakes.push({ field: "purpose", code: "unknown-choice" });
  const taken = new Set(draft.sections.map(({ key }) => key));
  const stem = readOptionalWording(reading, "stem", {
    longest: 3000,
    isLong: true,
    old: old?.stem,
  });
  return outcome(reading, {
    key: old?.key ?? readKey(reading, { old: undefined, taken, base: "S" }),
    title: readWording(reading, "title", {
      longest: longestTitle,
      isNeeded: true,
      old: old?.title,
    }),
    ...(stem && { stem }),
    purpose: purpose ?? "other",
    items: old?.items ?? [],
  });
}

export function fillAnswerSetForm(key: string, set: AnswerSet): FormFields {
  return new Map<string, readonly string[]>([
    ["key", [key]],
    ...pointFields(set.points),
    ...wordingFields("cannotAnswer", set.cannotAnswer),
    ...wordingFields("noOpportunity", set.noOpportunity),
  ]);
}

export function readAnswerSetForm(
  draft: QuestionnaireDraft,
  fields: FormFields,
  oldKey?: string,
): Read<{ key: string; set: AnswerSet }> {
  const reading = readingOf(draft, fields);
  const old = oldKey === undefined ? undefined : draft.answerSets[oldKey];
  const taken = new Set(Object.keys(draft.answerSets));
  const key = oldKey ?? readKey(reading, { old: undefined, taken, base: "A" });
  const points = readPoints(reading, old?.points);
  if (points.length > 11) reading.mistakes.push({ field: "point.11.value", code: "out-of-range" });
  const [cannotAnswer, noOpportunity] = (["cannotAnswer", "noOpportunity"] as const).map((name) =>
    readOptionalWording(reading, name, { longest: 200, old: old?.[name] }),
  );
  const set = {
    points,
    ...(cannotAnswer && { cannotAnswer }),
    ...(noOpportunity && { noOpportunity }),
  };
  return outcome(reading, { key, set });
}

export function fillScaleForm(scale: Scale): FormFields {
  return new Map<string, readonly string[]>([
    ["key", [scale.key]],
    ...wordingFields("title", scale.title),
    ["kind", [scale.kind]],
    ["item", scale.items],
    ["reversed", scale.reversed],
    ...numberField("minimumAnswered", scale.minimumAnswered),
  ]);
}

/** A scale's items come in the order of the questionnaire. Only what belongs to it can be reversed. */
export function readScaleForm(
  draft: QuestionnaireDraft,
  fields: FormFields,
  old?: Scale,
): Read<Scale> {
  const reading = readingOf(draft, fields);
  const kind = typedIn(fields, "kind") === "knowledge" ? "knowledge" : "rating";
  const items = draft.items.filter(({ key }) => fields.get("item")?.includes(key));
  const keys = items.map(({ key }) => key);
  const minimumAnswered = readNumber(reading, "minimumAnswered");
  if (minimumAnswered !== undefined && (minimumAnswered < 1 || minimumAnswered > keys.length)) {
    reading.mistakes.push({ field: "minimumAnswered", code: "out-of-range" });
  }
  const taken = new Set(draft.scales.map(({ key }) => key));
  return outcome(reading, {
    key: old?.key ?? readKey(reading, { old: undefined, taken, base: "SC" }),
    title: readWording(reading, "title", {
      longest: longestTitle,
      isNeeded: true,
      old: old?.title,
    }),
    kind,
    items: keys,
    reversed:
      kind === "knowledge" ? [] : keys.filter((key) => fields.get("reversed")?.includes(key)),
    ...(minimumAnswered !== undefined && { minimumAnswered }),
  });
}

/** What belongs to the questionnaire as a whole: its title, languages and waves. */
export type Settings = Pick<QuestionnaireDraft, "title" | "languages" | "waves">;

export function fillSettingsForm({ title, languages, waves }: Settings): FormFields {
  const parts = waveKinds.flatMap((kind) => {
    const part = waves[kind];
    return [
      ...tickField(`has-${kind}`, part !== undefined),
      ...wordingFields(`title-${kind}`, part?.title ?? newWavePart(kind).title),
      ...wordingFields(`introduction-${kind}`, part?.introduction),
      ...numberField(`minutes-${kind}`, part?.minutes),
    ];
  });
  return new Map<string, readonly string[]>([
    ...wordingFields("title", title),
    ["language", languages],
    ...parts,
  ]);
}

export function readSettingsForm(
  draft: QuestionnaireDraft,
  fields: FormFields,
  offered: readonly string[],
): Read<Settings> {
  const others = draft.languages.filter((language) => !offered.includes(language));
  const chosen = offered.filter((language) => fields.get("language")?.includes(language));
  const languages = [...chosen, ...others];
  const reading: FormReading = { fields, languages: offered, mistakes: [] };
  if (languages.length === 0) reading.mistakes.push({ field: "language", code: "empty" });
  const kinds = waveKinds.filter((kind) => isTicked(fields, `has-${kind}`));
  if (kinds.length === 0) reading.mistakes.push({ field: "has-before", code: "empty" });
  const waves = Object.fromEntries(kinds.map((kind) => [kind, readWave(reading, draft, kind)]));
  const title = readWording(reading, "title", {
    longest: longestTitle,
    isNeeded: true,
    old: draft.title,
  });
  return outcome(reading, { title, languages, waves });
}

function readWave(reading: FormReading, draft: QuestionnaireDraft, kind: WaveKind) {
  const old = draft.waves[kind];
  const introduction = readOptionalWording(reading, `introduction-${kind}`, {
    longest: 5000,
    isLong: true,
    old: old?.introduction,
  });
  const minutes = readNumber(reading, `minutes-${kind}`);
  if (minutes !== undefined && (minutes < 1 || minutes > 240)) {
    reading.mistakes.push({ field: `minutes-${kind}`, code: "out-of-range" });
  }
  const title = readWording(reading, `title-${kind}`, {
    longest: longestTitle,
    isNeeded: true,
    old: old?.title,
  });
  const sections = old?.sections ?? [];
  return { title, ...(introduction && { introduction }), ...(minutes && { minutes }), sections };
}
