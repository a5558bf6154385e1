import type { Item, QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import type { Answer, Answers } from "../../server/domain/response/answers.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Random } from "./random.ts";

/** An invented person: how able before, and what the training did to each scale. */
export interface InventedPerson {
  /** Standing before the training, about -1 ... 1, by scale. */
  level: Record<string, number>;
  /** Change in answer points of a rating, by scale. */
  gain: Record<string, number>;
  background: Record<string, string>;
  isNewcomer: boolean;
  /** Sections that this person leaves empty, as people do with what does not concern them. */
  skippedSections: readonly string[];
}

const skipShare = 0.025;
const cannotAnswerShare = 0.015;
const remarks = {
  ATV1: [
    "Susitarsiu su mokykla dėl bendro renginio aikštėje.",
    "Prieš kitą šventę apklausime jaunimą, ko jie nori.",
    "Planuojame mažą bandymą: vieną vakarą be scenos.",
    "Pradėjome rinkti miestelio pasakojimus.",
  ],
  ATV2: ["Daugiau laiko praktinėms užduotims.", "Norėtųsi susitikti dar kartą po pusmečio."],
};

/** Answers of one invented person to every item asked of them in a wave. */
export function inventAnswers(
  document: QuestionnaireDocument,
  { wave, person, random }: { wave: WaveKind; person: InventedPerson; random: Random },
): Answers {
  const answers: Answers = {};
  for (const key of document.waves[wave]?.sections ?? []) {
    const section = document.sections.find((candidate) => candidate.key === key)!;
    if (section.purpose === "background" && wave !== "before" && !person.isNewcomer) continue;
    const isSkipped = person.skippedSections.includes(key);
    for (const itemKey of section.items) {
      const item = document.items.find((candidate) => candidate.key === itemKey)!;
      if (!item.waves.includes(wave)) continue;
      answers[itemKey] = isSkipped
        ? { missing: "skipped" }
        : invent(document, item, { wave, person, random });
    }
  }
  return answers;
}

type Context = { wave: WaveKind; person: InventedPerson; random: Random };

function invent(document: QuestionnaireDocument, item: Item, context: Context): Answer {
  const { random, person } = context;
  if (item.key in person.background) return person.background[item.key]!;
  if (random.chance(skipShare)) return { missing: "skipped" };
  switch (item.kind) {
    case "rating":
      return inventRating(document, item, context);
    case "knowledge":
      return inventKnowledge(document, item, context);
    case "recommendation":
      return clamp(Math.round(8.2 + 1.6 * random.normal()), 0, 10);
    case "single":
      return random.pick(item.options).value;
    case "multiple":
      return item.options.filter(() => random.chance(0.3)).map((option) => option.value);
    case "long-text":
    case "short-text": {
      const known = remarks[item.key as keyof typeof remarks];
      return known && random.chance(0.45) ? random.pick(known) : { missing: "skipped" };
    }
    default:
      return { missing: "skipped" };
  }
}

function inventRating(
  document: QuestionnaireDocument,
  item: Extract<Item, { kind: "rating" }>,
  { wave, person, random }: Context,
): Answer {
  const set = document.answerSets[item.answerSet]!;
  if (set.cannotAnswer && random.chance(cannotAnswerShare)) return { missing: "cannot-answer" };
  if (set.noOpportunity && random.chance(0.12)) return "no-opportunity";
  const values = set.points.map((point) => point.value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const scale = document.scales.find((candidate) => candidate.items.includes(item.key));
  const key = scale?.key ?? item.key.replace(/^G[NT]_/, "");
  const isBefore = wave === "before" || item.looksBackAt !== undefined;
  const shift = item.looksBackAt ? -0.4 : 0;
  const gain = isBefore ? 0 : (person.gain[key] ?? 0.4) * (wave === "followup" ? 0.85 : 1);
  const middle = low + (high - low) * 0.52;
  const drawn = middle + (person.level[key] ?? 0) + gain + shift + 0.6 * random.normal();
  const value = clamp(Math.round(drawn), low, high);
  return scale?.reversed.includes(item.key) ? low + high - value : value;
}

function inventKnowledge(
  document: QuestionnaireDocument,
  item: Extract<Item, { kind: "knowledge" }>,
  { wave, person, random }: Context,
): Answer {
  const scale = document.scales.find((candidate) => candidate.items.includes(item.key));
  const gain = wave === "before" ? 0 : (person.gain[scale?.key ?? ""] ?? 0.2);
  const chance = clamp(0.42 + 0.12 * (person.level[scale?.key ?? ""] ?? 0) + gain, 0.05, 0.97);
  if (random.chance(chance)) return item.correct;
  if (random.chance(0.4)) return { missing: "dont-know" };
  return random.pick(item.options.filter((option) => option.value !== item.correct)).value;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
