import type { Item } from "../questionnaire/document.ts";
import { chosenIn } from "../questionnaire/kinds/choice-values.ts";
import { type Answer, type Answers, isMissing } from "../response/answers.ts";
import type { WaveKind } from "../words.ts";
import type { FiledResponse } from "./answers-file.ts";
import { type Fault, isFault, mostFaults, type Reading } from "./fault.ts";
import type { ItemMeasure, Measures } from "./measures.ts";

/** One pairing code: the person's locality, and the units of each wave that they answered in, by number of measure. */
export interface GatheredPerson {
  locality: string;
  scores: Partial<Record<WaveKind, (number | null)[]>>;
}

/** How often an item was answered what in one wave, and not answered why: by cell text. */
export interface AnswerCounts {
  answered: number;
  values: Map<string, number>;
  missing: Map<string, number>;
}

/** Patterns of complete answers to a scale's items, and how many people gave each. */
export type Patterns = Map<string, { answers: number[]; count: number }>;

/** What is kept of a file's responses: scores by person, and counts. No answer is kept beside another of its person. */
export interface Gathered {
  people: GatheredPerson[];
  responses: Record<WaveKind, number>;
  /** By wave and item key. */
  answers: Record<WaveKind, Map<string, AnswerCounts>>;
  /** By wave, in the order of the scales. */
  patterns: Record<WaveKind, Patterns[]>;
}

/** Takes responses in as they are read, or collects what is wrong with them. */
export function gatherResponses(
  measures: Measures,
  responses: Iterable<FiledResponse | Fault>,
): Reading<Gathered> {
  const gathered = nothingGathered(measures);
  const people = new Map<string, GatheredPerson>();
  const faults: Fault[] = [];
  for (const response of responses) {
    if (isFault(response)) faults.push(response);
    else if (faults.length === 0) gatherOne(gathered, { measures, people, response });
    if (faults.length === mostFaults) break;
  }
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, content: { ...gathered, people: [...people.values()] } };
}

function nothingGathered(measures: Measures): Gathered {
  const eachWave = <Value>(value: () => Value): Record<WaveKind, Value> => {
    return { before: value(), after: value(), followup: value() };
  };
  return {
    people: [],
    responses: eachWave(() => 0),
    answers: eachWave(() => new Map()),
    patterns: eachWave(() => measures.scales.map(() => new Map())),
  };
}

function gatherOne(
  gathered: Gathered,
  one: { measures: Measures; people: Map<string, GatheredPerson>; response: FiledResponse },
): void {
  const { measures, people, response } = one;
  const { pair, locality, wave, answers } = response;
  const person = people.get(pair) ?? { locality, scores: {} };
  person.scores[wave] = measures.score(answers);
  people.set(pair, person);
  gathered.responses[wave]++;
  measures.items.forEach((items, scale) => {
    addPattern(gathered.patterns[wave][scale]!, items, answers);
  });
  for (const item of measures.document.items) {
    countAnswer(gathered.answers[wave], item, answers[item.key]!);
  }
}

function addPattern(patterns: Patterns, items: readonly ItemMeasure[], answers: Answers): void {
  const units: number[] = [];
  for (const { item, unitsOf } of items) {
    const one = unitsOf(answers[item]!);
    if (one === null) return;
    units.push(one);
  }
  const key = units.join(" ");
  const pattern = patterns.get(key);
  if (pattern) pattern.count++;
  else patterns.set(key, { answers: units, count: 1 });
}

function countAnswer(counts: Map<string, AnswerCounts>, item: Item, answer: Answer): void {
  const own = counts.get(item.key) ?? { answered: 0, values: new Map(), missing: new Map() };
  counts.set(item.key, own);
  if (isMissing(answer)) {
    bump(own.missing, answer.missing);
    return;
  }
  own.answered++;
  if (uncounted.has(item.kind)) return;
  for (const value of typeof answer === "number" ? [String(answer)] : chosenIn(answer)) {
    bump(own.values, value);
  }
}

/** Kinds with as many answers as people. */
const uncounted = new Set<Item["kind"]>(["short-text", "long-text", "number", "date", "ranking"]);

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
