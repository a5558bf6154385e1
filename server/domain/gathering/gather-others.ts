import { measuresOf } from "../analysis/measures.ts";
import type { ItemInput, ShiftInput } from "../disclosure/input.ts";
import type { QuestionnaireDocument } from "../questionnaire/document.ts";
import type { Cell } from "../statistics/cells.ts";
import { type WaveKind, waveKinds } from "../words.ts";
import type { PersonSheets } from "./gather-pairs.ts";
import {
  type ItemRules,
  rulesOfItem,
  type ToldItem,
  toldItem,
  toldSections,
} from "./told-items.ts";

/** An item outside the scales in one wave. */
interface ItemTally extends ItemRules {
  told: ToldItem;
  wave: WaveKind;
  counts: number[];
  answered: number;
  /** The item is rated looking back too: only whoever did all three ratings counts, as in the means beside it. */
  shift: ShiftPlan | undefined;
}

type Table = Map<string, Cell>;

interface ShiftPlan {
  key: string;
  back: string;
  top: number;
  answerStep: number;
  unitsOf: ReadonlyMap<number, number>;
  tables: { beforeAfter: Table; beforeThen: Table; thenAfter: Table };
}

/** What is told of the whole programme outside the scales, counted person by person. */
export interface OtherGathering {
  items: ItemTally[];
  shifts: ShiftPlan[];
}

export function startOthers(document: QuestionnaireDocument): OtherGathering {
  const shifts = shiftPlans(document);
  const scaled = new Set(document.scales.flatMap(({ items }) => items));
  const keys = document.sections
    .filter(({ purpose }) => toldSections.includes(purpose))
    .flatMap(({ items }) => items)
    .filter((key) => !scaled.has(key));
  const items = [...new Set(keys)].flatMap((key) => {
    const told = toldItem(document, key);
    return told ? tallies(told, document, shifts) : [];
  });
  return { items, shifts };
}

function tallies(
  told: ToldItem,
  document: QuestionnaireDocument,
  shifts: readonly ShiftPlan[],
): ItemTally[] {
  const shift = shifts.find(({ key }) => key === told.key);
  return waveKinds
    .filter((wave) => told.item.waves.includes(wave))
    .map((wave) => ({
      ...rulesOfItem(told, document),
      told,
      wave,
      counts: new Array<number>(told.options).fill(0),
      answered: 0,
      shift: wave === "followup" ? undefined : shift,
    }));
}

function shiftPlans(document: QuestionnaireDocument): ShiftPlan[] {
  return measuresOf(document).lookingBack.map(({ now, back }) => {
    const key = now.scale.items[0]!;
    const item = document.items.find((one) => one.key === key);
    const set = item?.kind === "rating" ? document.answerSets[item.answerSet] : undefined;
    const values = set?.points.map(({ value }) => value) ?? [];
    return {
      key,
      back: back.scale.items[0]!,
      top: now.top,
      answerStep: now.answerStep,
      unitsOf: new Map(values.map((value) => [value, now.score({ [key]: value }) ?? 0])),
      tables: { beforeAfter: new Map(), beforeThen: new Map(), thenAfter: new Map() },
    };
  });
}

export function addOther({ items, shifts }: OtherGathering, person: PersonSheets): void {
  const complete = new Set<ShiftPlan>();
  for (const shift of shifts) if (addShift(shift, person)) complete.add(shift);
  for (const tally of items) {
    if (tally.shift && !complete.has(tally.shift)) continue;
    const options = tally.told.optionsOf(person[tally.wave]?.answers[tally.told.key]);
    if (options.length > 0) tally.answered += 1;
    for (const option of options) tally.counts[option]! += 1;
  }
}

/** Whether the person rated all three; then they are counted. */
function addShift({ key, back, unitsOf, tables }: ShiftPlan, person: PersonSheets): boolean {
  const units = (wave: "before" | "after", item: string) => {
    const answer = person[wave]?.answers[item];
    return typeof answer === "number" ? unitsOf.get(answer) : undefined;
  };
  const [before, then, after] = [units("before", key), units("after", back), units("after", key)];
  if (before === undefined || then === undefined || after === undefined) return false;
  bump(tables.beforeAfter, before, after);
  bump(tables.beforeThen, before, then);
  bump(tables.thenAfter, then, after);
  return true;
}

function bump(table: Table, before: number, after: number): void {
  const key = `${before} ${after}`;
  const cell = table.get(key);
  if (cell) cell.count += 1;
  else table.set(key, { before, after, count: 1 });
}

export function otherItemsOf({ items }: OtherGathering): ItemInput[] {
  return items.map(({ told, wave, counts, answered, ...rules }) => ({
    item: told.key,
    wave,
    options: counts,
    isOrdered: rules.isOrdered,
    hasTopTwo: rules.hasTopTwo,
    ...(rules.isMultiple && { isMultiple: true, answered, choosable: rules.choosable }),
  }));
}

export function shiftsOf({ shifts }: OtherGathering): ShiftInput[] {
  return shifts.map(({ key, top, answerStep, tables }) => ({
    key,
    top,
    answerStep,
    beforeAfter: [...tables.beforeAfter.values()],
    beforeThen: [...tables.beforeThen.values()],
    thenAfter: [...tables.thenAfter.values()],
  }));
}
