import { lengthOf } from "../response/clean-text.ts";
import type { WaveKind } from "../words.ts";
import type { Item, QuestionnaireDraft, Scale } from "./document.ts";
import { wavesOf } from "./draft.ts";
import { itemsByKey } from "./parts.ts";
import { estimateMinutes } from "./reading-length.ts";
import type { Remark } from "./remarks.ts";

/** What no rule forbids and an experienced survey maker would ask about. */
export type DesignCode =
  | "scale-not-in-both"
  | "item-not-in-both"
  | "scale-reversed"
  | "scale-mostly-reversed"
  | "scale-one-direction"
  | "scale-short"
  | "points-uneven"
  | "correct-always-same"
  | "text-long"
  | "wave-long"
  | "minutes-too-few";

const mostMinutes = 20;
/** Characters; beyond these a phone shows a question without its answers, or an answer as a paragraph. */
const longest = { text: 300, help: 300, label: 120, stem: 600, introduction: 1500 };

export function checkDesign(document: QuestionnaireDraft): Remark[] {
  return [
    ...document.scales.flatMap((scale, at) => checkScale(document, scale, `scales[${at}]`)),
    ...checkBoth(document),
    ...checkPoints(document),
    ...checkKeyPositions(document),
    ...checkLengths(document),
    ...checkMinutes(document),
  ];
}

const isInBoth = (waves: readonly WaveKind[]) =>
  waves.includes("before") && waves.includes("after");

/** A questionnaire for a single wave (satisfaction, a follow-up) compares nothing. */
function comparesWaves(document: QuestionnaireDraft): boolean {
  return isInBoth(wavesOf(document));
}

function checkScale(document: QuestionnaireDraft, scale: Scale, path: string): Remark[] {
  const items = itemsByKey(document);
  const members = scale.items.flatMap((key) => items.get(key) ?? []);
  const about = { path, key: scale.key };
  const remarks: Remark[] = [];
  if (comparesWaves(document) && members.some(({ waves }) => !isInBoth(waves))) {
    remarks.push({ level: "warning", code: "scale-not-in-both", ...about });
  }
  if (members.length === 1) remarks.push({ level: "warning", code: "scale-short", ...about });
  return scale.kind === "knowledge" ? remarks : [...remarks, ...checkDirection(scale, about)];
}

/** Items of both directions keep habitual agreement from looking like competence; a wrong key turns a gain round. */
function checkDirection(
  { items, reversed }: Scale,
  about: { path: string; key: string },
): Remark[] {
  if (reversed.length > items.length / 2) {
    return [{ level: "warning", code: "scale-mostly-reversed", ...about }];
  }
  if (reversed.length > 0) {
    return [{ level: "note", code: "scale-reversed", ...about, detail: reversed.join(", ") }];
  }
  if (items.length < 6) return [];
  return [{ level: "note", code: "scale-one-direction", ...about }];
}

const comparedPurposes = new Set(["competency", "knowledge", "overall"]);

/** Items of the sections that measure change, asked in one of the two waves only. */
function checkBoth(document: QuestionnaireDraft): Remark[] {
  if (!comparesWaves(document)) return [];
  const inScales = new Set(document.scales.flatMap((scale) => scale.items));
  const compared = new Set(
    document.sections
      .filter(({ purpose }) => comparedPurposes.has(purpose))
      .flatMap((section) => section.items),
  );
  return document.items.flatMap((item, at): Remark[] => {
    const isCompared = compared.has(item.key) && !inScales.has(item.key) && canChange(item);
    const isOnce = item.waves.includes("before") !== item.waves.includes("after");
    if (!isCompared || !isOnce) return [];
    return [
      { level: "warning", code: "item-not-in-both", path: `items[${at}].waves`, key: item.key },
    ];
  });
}

function canChange(item: Item): boolean {
  return ["rating", "knowledge", "recommendation"].includes(item.kind);
}

/** A mean takes the steps between points as equal. */
function checkPoints(document: QuestionnaireDraft): Remark[] {
  return Object.entries(document.answerSets).flatMap(([key, { points }]): Remark[] => {
    const values = points.map((point) => point.value);
    const steps = new Set(values.slice(1).map((value, index) => Math.abs(value - values[index]!)));
    if (steps.size <= 1) return [];
    return [{ level: "warning", code: "points-uneven", path: `answerSets.${key}.points`, key }];
  });
}

/** Who sees that the answer is always the second one needs to know nothing. */
function checkKeyPositions(document: QuestionnaireDraft): Remark[] {
  const fixed = document.items.flatMap((item, at) =>
    item.kind === "knowledge" && !item.isShuffled ? [{ item, at }] : [],
  );
  const places = fixed.map(({ item }) =>
    item.options.findIndex(({ value }) => value === item.correct),
  );
  if (fixed.length < 4 || new Set(places).size > 1 || places[0] === -1) return [];
  const { item, at } = fixed[0]!;
  const detail = String(places[0]! + 1);
  return [
    { level: "warning", code: "correct-always-same", path: `items[${at}]`, key: item.key, detail },
  ];
}

function checkLengths(document: QuestionnaireDraft): Remark[] {
  return [...wordingsOf(document)].flatMap(({ path, field, text }): Remark[] => {
    const most = longest[field];
    const length = Math.max(0, ...Object.values(text).map(lengthOf));
    if (length <= most) return [];
    return [{ level: "warning", code: "text-long", path, detail: String(length) }];
  });
}

function* wordingsOf(document: QuestionnaireDraft): Generator<{
  path: string;
  field: keyof typeof longest;
  text: Record<string, string>;
}> {
  for (const [kind, part] of Object.entries(document.waves)) {
    const path = `waves.${kind}.introduction`;
    if (part.introduction) yield { path, field: "introduction", text: part.introduction };
  }
  for (const [at, { stem }] of document.sections.entries()) {
    if (stem) yield { path: `sections[${at}].stem`, field: "stem", text: stem };
  }
  for (const [at, item] of document.items.entries()) {
    const path = `items[${at}]`;
    if (item.kind !== "information" && item.kind !== "consent") {
      yield { path: `${path}.text`, field: "text", text: item.text };
    }
    if (item.help) yield { path: `${path}.help`, field: "help", text: item.help };
    const options = "options" in item ? item.options : [];
    for (const { label } of options) yield { path: `${path}.options`, field: "label", text: label };
  }
}

function checkMinutes(document: QuestionnaireDraft): Remark[] {
  return wavesOf(document).flatMap((wave): Remark[] => {
    const minutes = estimateMinutes(document, wave);
    const told = document.waves[wave]?.minutes;
    const about = { path: `waves.${wave}`, key: wave, detail: String(minutes) };
    const isLong: Remark[] =
      minutes > mostMinutes ? [{ level: "warning", code: "wave-long", ...about }] : [];
    if (told === undefined || minutes <= told * 1.5) return isLong;
    return [...isLong, { level: "warning", code: "minutes-too-few", ...about }];
  });
}
