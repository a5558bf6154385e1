import type { Item } from "../questionnaire/document.ts";
import { chosenIn } from "../questionnaire/kinds/choice-values.ts";
import { type Answer, type Answers, isMissing } from "../response/answers.ts";
import type { WaveKind } from "../words.ts";
import type { FiledResponse } from "./answers-file.ts";
import { type Fault, isFault, mostFaults, type Reading } from "./fault.ts";
import type { KeptMeasure, Measures } from "./measures.ts";

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

/** One way to answer a measure's items: what it scores, and how many responses of each wave gave these very answers. */
export interface Pattern {
  units: number | null;
  /** Each item's units; null where one of them has none. */
  items: number[] | null;
  counts: Record<WaveKind, number>;
}

/** What is kept of a file's responses: scores by person, and counts. No answer is kept beside another of its person. */
export interface Gathered {
  people: GatheredPerson[];
  responses: Record<WaveKind, number>;
  /** By wave and item key. */
  answers: Record<WaveKind, Map<string, AnswerCounts>>;
  /** By number of measure. */
  patterns: Map<string, Pattern>[];
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
  return {
    people: [],
    responses: eachWave(() => 0),
    answers: eachWave(() => new Map()),
    patterns: measures.kept.map(() => new Map()),
  };
}

function gatherOne(
  gathered: Gathered,
  one: { measures: Measures; people: Map<string, GatheredPerson>; response: FiledResponse },
): void {
  const { measures, people, response } = one;
  const { pair, locality, wave, answers } = response;
  const patterns = measures.kept.map((measure) => patternOf(gathered, measure, answers));
  for (const pattern of patterns) pattern.counts[wave]++;
  const person = people.get(pair) ?? { locality, scores: {} };
  person.scores[wave] = patterns.map(({ units }) => units);
  people.set(pair, person);
  gathered.responses[wave]++;
  for (const item of measures.document.items) {
    countAnswer(gathered.answers[wave], item, answers[item.key]!);
  }
}

/** Many people give the same answers to a few items: each pattern of answers is scored once. */
function patternOf({ patterns }: Gathered, measure: KeptMeasure, answers: Answers): Pattern {
  const key = measure.items.map(({ item }) => codeOf(answers[item]!)).join(" ");
  const known = patterns[measure.index]!.get(key);
  if (known) return known;
  const units = measure.items.flatMap(({ score }) => score(answers) ?? []);
  const items = units.length === measure.items.length ? units : null;
  const pattern = { units: measure.score(answers), items, counts: eachWave(() => 0) };
  patterns[measure.index]!.set(key, pattern);
  return pattern;
}

/** Scales hold ratings, recommendations and knowledge: numbers, single options and missing codes. */
function codeOf(answer: Answer): string {
  return isMissing(answer) ? `~${answer.missing}` : String(answer);
}

function eachWave<Value>(value: () => Value): Record<WaveKind, Value> {
  return { before: value(), after: value(), followup: value() };
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
