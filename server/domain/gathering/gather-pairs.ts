import { type KeptMeasure, measuresOf } from "../analysis/measures.ts";
import type { PairAnswers } from "../disclosure/pair-answers.ts";
import type { QuestionnaireDocument } from "../questionnaire/document.ts";
import { type Answer, type Answers, isMissing } from "../response/answers.ts";
import type { PairCell } from "../statistics/cells.ts";
import type { ItemTable } from "../statistics/item-table.ts";
import { type WaveKind, waveKinds } from "../words.ts";
import { type ToldItem, toldItem } from "./told-items.ts";

/** A person's sheet in one wave, its answers under the keys of the questionnaire that the release is made with. */
export interface Sheet {
  locality: string;
  answers: Answers;
  /** Units by scale. */
  scores: Readonly<Record<string, number>>;
}

export type PersonSheets = Partial<Record<WaveKind, Sheet>>;

/** Whoever left the question of a breakdown empty stands in this group. */
export const unansweredGroup = "unanswered";

/** How the pairs of one scale are counted. */
interface ScalePlan {
  key: string;
  items: ScaleItem[];
  breakdowns: { key: string; item: string; groupOf: ReadonlyMap<string, string> }[];
}

interface ScaleItem extends ToldItem {
  waves: readonly WaveKind[];
  unitsOf: (answer: Answer | undefined) => number | null;
}

interface Tally {
  items: number[][][];
  breakdowns: Map<string, Map<string, PairCell>>[];
  people: number;
  sums: number[];
  products: number[][];
}

/** Counts by scale and locality, person by person: what is kept does not grow with the number of people. */
export interface PairGathering {
  plans: readonly ScalePlan[];
  tallies: Map<string, Tally>;
}

export function startPairs(document: QuestionnaireDocument): PairGathering {
  const breakdowns = document.breakdowns.map(({ key, item, groups }) => ({
    key,
    item,
    groupOf: new Map(groups.flatMap((group) => group.values.map((value) => [value, group.key]))),
  }));
  const plans = measuresOf(document).scales.map((measure) => ({
    key: measure.scale.key,
    items: scaleItems(document, measure),
    breakdowns,
  }));
  return { plans, tallies: new Map() };
}

function scaleItems(document: QuestionnaireDocument, measure: KeptMeasure): ScaleItem[] {
  return measure.items.flatMap(({ item: key, score }) => {
    const told = toldItem(document, key);
    if (!told) return [];
    const unitsOf = remembering((answer) => score(answer === undefined ? {} : { [key]: answer }));
    return [
      { ...told, waves: waveKinds.filter((wave) => told.item.waves.includes(wave)), unitsOf },
    ];
  });
}

/** Each answer to an item is scored once, by the rules of scales. */
function remembering(score: ScaleItem["unitsOf"]): ScaleItem["unitsOf"] {
  const known = new Map<string, number | null>();
  return (answer) => {
    const code = isMissing(answer) ? `~${answer.missing}` : String(answer);
    const found = known.get(code);
    if (found !== undefined) return found;
    const units = score(answer);
    known.set(code, units);
    return units;
  };
}

/** Counts one person on every scale of which they have a score before and after, in the same locality. */
export function addPair({ plans, tallies }: PairGathering, person: PersonSheets): void {
  const { before, after } = person;
  if (!before || before.locality !== after?.locality) return;
  for (const plan of plans) {
    const [first, second] = [before.scores[plan.key], after.scores[plan.key]];
    if (first === undefined || second === undefined) continue;
    const key = `${plan.key} ${before.locality}`;
    const tally = tallies.get(key) ?? emptyTally(plan);
    tallies.set(key, tally);
    countItems(tally, plan, person);
    countGroups(tally, plan, { person, before: first, after: second });
    addSums(tally, plan, before.answers);
  }
}

function emptyTally({ items, breakdowns }: ScalePlan): Tally {
  const zeros = (length: number) => new Array<number>(length).fill(0);
  return {
    items: items.map(({ options, waves }) => waves.map(() => zeros(options))),
    breakdowns: breakdowns.map(() => new Map()),
    people: 0,
    sums: zeros(items.length),
    products: items.map(() => zeros(items.length)),
  };
}

function countItems(tally: Tally, { items }: ScalePlan, person: PersonSheets): void {
  items.forEach(({ key, waves, optionsOf }, i) => {
    waves.forEach((wave, w) => {
      for (const option of optionsOf(person[wave]?.answers[key])) tally.items[i]![w]![option]! += 1;
    });
  });
}

function countGroups(
  tally: Tally,
  { breakdowns }: ScalePlan,
  { person, before, after }: { person: PersonSheets; before: number; after: number },
): void {
  breakdowns.forEach(({ item, groupOf }, i) => {
    const group = groupOfPerson(person, item, groupOf);
    const cells = tally.breakdowns[i]!.get(group) ?? new Map<string, PairCell>();
    tally.breakdowns[i]!.set(group, cells);
    const key = `${before} ${after}`;
    const cell = cells.get(key);
    if (cell) cell.count += 1;
    else cells.set(key, { before, after, count: 1 });
  });
}

/** Background is asked once, in somebody's first wave: the first wave that has it counts. */
function groupOfPerson(
  person: PersonSheets,
  item: string,
  groupOf: ReadonlyMap<string, string>,
): string {
  for (const wave of waveKinds) {
    const answer = person[wave]?.answers[item];
    const group = typeof answer === "string" ? groupOf.get(answer) : undefined;
    if (group !== undefined) return group;
  }
  return unansweredGroup;
}

/** Those who answered every item in the wave before. */
function addSums(tally: Tally, { items }: ScalePlan, answers: Answers): void {
  const units: number[] = [];
  for (const { key, unitsOf } of items) {
    const value = unitsOf(answers[key]);
    if (value === null) return;
    units.push(value);
  }
  tally.people += 1;
  units.forEach((one, i) => {
    tally.sums[i]! += one;
    units.forEach((other, j) => {
      tally.products[i]![j]! += one * other;
    });
  });
}

/** What was counted of one scale in one locality; of nobody, zeros. */
export function pairAnswersOf(
  { plans, tallies }: PairGathering,
  { scale, locality }: { scale: string; locality: string },
): PairAnswers {
  const plan = plans.find(({ key }) => key === scale)!;
  const tally = tallies.get(`${scale} ${locality}`) ?? emptyTally(plan);
  return {
    items: plan.items.flatMap(({ key, waves }, i) =>
      waves.map((wave, w) => ({ item: key, wave, options: tally.items[i]![w]! })),
    ),
    breakdowns: plan.breakdowns.map(({ key }, i) => ({
      key,
      groups: [...tally.breakdowns[i]!].map(([group, cells]) => ({
        group,
        cells: [...cells.values()],
      })),
    })),
    itemTable: exact(tally),
  };
}

/** Whole numbers far below 2^53, so nothing was lost in adding them up. */
function exact({ people, sums, products }: Tally): ItemTable {
  return {
    people: BigInt(people),
    sums: sums.map(BigInt),
    products: products.map((row) => row.map(BigInt)),
  };
}
