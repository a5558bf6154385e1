import type { ItemInput } from "../../server/domain/disclosure/input.ts";
import { release } from "../../server/domain/disclosure/release.ts";

/** An item where several options may be chosen: how many people answer it, and how many options each may take. */
export interface ChoiceItem {
  people: number;
  options: number;
  fewest: number;
  most: number;
}

export interface ExhaustedChoices {
  dataSets: number;
  outputs: number;
  /** Choices that all others have in common in some data set: what an attacker might learn. */
  asked: number;
  /** Those that every data set with the same figures agrees on. */
  learnt: { option: number; isChosen: boolean; attacker: number | null; output: string }[];
}

/** How many chose each option. */
type Publish = (counts: readonly number[], item: ChoiceItem) => unknown;

/** What our release tells of such an item to evaluators and to the public. */
export function releaseChoices(
  counts: readonly number[],
  { people, fewest, most }: ChoiceItem,
): unknown {
  const item: ItemInput = {
    ...{ item: "choices", wave: "after", options: counts, answered: people },
    ...{ isMultiple: true, choosable: { fewest, most }, isOrdered: false, hasTopTwo: false },
  };
  const locality = {
    ...{ locality: "all", enrolled: people, before: people, after: people, pairs: people },
    ...{ beforeOnly: 0, afterOnly: 0, followup: 0, closedWaves: ["before", "after"] as const },
  };
  const input = {
    ...{ threshold: 5, smallestWorthwhile: null, isEverydayOnly: true },
    ...{ localities: [locality], scales: [], items: [item] },
  };
  return [release(input, "evaluator"), release(input, "public")];
}

/**
 * Goes through every way in which so many people can answer, and groups them by what is published. The attacker knows
 * all rules, that everybody chose between `fewest` and `most` options, and perhaps their own choice. What all others
 * chose, or did not, is learnt where every data set with the same figures says so.
 *
 * Only numbers of people by option matter, and every such table belongs to somebody: choices can be dealt out as evenly
 * as one likes as long as none exceeds the people and all together lie between the bounds (Gale 1957, Ryser 1957).
 */
export function exhaustChoices(item: ChoiceItem, publish: Publish): ExhaustedChoices {
  const kinds = kindsOf(item);
  const outputs = new Map<string, number>();
  const notes = new Map<string, Set<number>>();
  let dataSets = 0;
  for (const counts of tables(item.people, item.options)) {
    if (!isPossible(counts, item)) continue;
    dataSets += 1;
    const json = JSON.stringify(publish(counts, item));
    if (!outputs.has(json)) outputs.set(json, outputs.size);
    const output = outputs.get(json)!;
    noteOthers(notes, `${output} -`, { counts, people: item.people });
    for (const [attacker, own] of kinds.entries()) {
      const left = counts.map((count, option) => count - own[option]!);
      const others = { counts: left, people: item.people - 1 };
      if (isPossible(left, { ...item, ...others }))
        noteOthers(notes, `${output} ${attacker}`, others);
    }
  }
  const learnt = learntOf(notes, [...outputs.keys()]);
  const asked = [...notes.values()].filter((shares) => shares.has(0) || shares.has(1)).length;
  return { dataSets, outputs: outputs.size, asked, learnt };
}

function isPossible(
  counts: readonly number[],
  { people, fewest, most }: Omit<ChoiceItem, "options">,
): boolean {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const isEach = counts.every((count) => count >= 0 && count <= people);
  return isEach && all >= fewest * people && all <= most * people;
}

/** Sets of options, each as a row of 0 and 1. */
function kindsOf({ options, fewest, most }: ChoiceItem): number[][] {
  return Array.from({ length: 2 ** options }, (_, bits) =>
    Array.from({ length: options }, (_, option) => (bits >> option) & 1),
  ).filter((kind) => {
    const size = kind.reduce((sum, one) => sum + one, 0);
    return size >= fewest && size <= most;
  });
}

function* tables(people: number, options: number): Generator<number[]> {
  if (options === 0) {
    yield [];
    return;
  }
  for (let first = 0; first <= people; first++) {
    for (const rest of tables(people, options - 1)) yield [first, ...rest];
  }
}

/** Whether none (0), all (1) or some (2) of the others chose each option. */
function noteOthers(
  notes: Map<string, Set<number>>,
  look: string,
  { counts, people }: { counts: readonly number[]; people: number },
): void {
  counts.forEach((count, option) => {
    const share = count === 0 ? 0 : count === people ? 1 : 2;
    const shares = notes.get(`${look} ${option}`) ?? new Set();
    notes.set(`${look} ${option}`, shares.add(share));
  });
}

function learntOf(notes: ReadonlyMap<string, ReadonlySet<number>>, outputs: readonly string[]) {
  return [...notes].flatMap(([key, shares]) => {
    if (shares.size > 1 || shares.has(2)) return [];
    const [output, attacker, option] = key.split(" ");
    return [
      {
        option: Number(option),
        isChosen: shares.has(1),
        attacker: attacker === "-" ? null : Number(attacker),
        output: outputs[Number(output)]!,
      },
    ];
  });
}
