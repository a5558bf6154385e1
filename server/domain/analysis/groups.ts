import type { LocalityInput, ReleaseInput, ScaleInput } from "../disclosure/input.ts";
import type { Cell } from "../statistics/cells.ts";
import type { LocalityCells } from "../statistics/scale-summary.ts";
import { type WaveKind, waveKinds } from "../words.ts";
import type { LocalityEnrolment } from "./enrolment-file.ts";
import type { Gathered, GatheredPerson } from "./gathered.ts";
import type { KeptMeasure, Measures } from "./measures.ts";

/** People by locality: in the order of the list of the enrolled, else in that of the alphabet's code points. */
export interface LocalityGroup {
  locality: string;
  enrolled: number;
  closedWaves: WaveKind[];
  people: GatheredPerson[];
}

/** The score on one measure in one wave. */
export interface ScoreAt {
  wave: WaveKind;
  measure: KeptMeasure;
}

/**
 * Without a list of the enrolled, these are the people who answered at all; and waves that occur in the file count as
 * closed everywhere, unless the list says otherwise.
 */
export function groupByLocality(
  { people, responses }: Gathered,
  enrolments?: readonly LocalityEnrolment[],
): LocalityGroup[] {
  const groups = new Map<string, GatheredPerson[]>();
  for (const person of people) {
    const group = groups.get(person.locality);
    if (group) group.push(person);
    else groups.set(person.locality, [person]);
  }
  const names = [...groups.keys()].sort((one, other) => (one < other ? -1 : 1));
  const listed: readonly LocalityEnrolment[] =
    enrolments ??
    names.map((locality) => ({ locality, enrolled: groups.get(locality)?.length ?? 0 }));
  const present = waveKinds.filter((wave) => responses[wave] > 0);
  return listed.map(({ locality, enrolled, closedWaves = present }) => ({
    locality,
    enrolled,
    closedWaves: [...closedWaves],
    people: groups.get(locality) ?? [],
  }));
}

/** How many people have which score before and after; those with neither are in no cell. */
export function countCells(people: readonly GatheredPerson[], from: ScoreAt, to: ScoreAt): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { scores } of people) {
    const before = scores[from.wave]?.[from.measure.index] ?? null;
    const after = scores[to.wave]?.[to.measure.index] ?? null;
    if (before === null && after === null) continue;
    const key = `${before} ${after}`;
    const cell = cells.get(key);
    if (cell) cell.count++;
    else cells.set(key, { before, after, count: 1 });
  }
  return [...cells.values()].sort(inOrder);
}

/** Sums of fractions would otherwise feel the order of rows in their last digit. */
function inOrder(a: Cell, b: Cell): number {
  return rank(a.before) - rank(b.before) || rank(a.after) - rank(b.after);
}

function rank(units: number | null): number {
  return units ?? Number.MAX_SAFE_INTEGER;
}

/** One scale's cells, before against after, locality by locality. */
export function cellsOfScale(
  groups: readonly LocalityGroup[],
  measure: KeptMeasure,
): LocalityCells[] {
  const [before, after]: ScoreAt[] = [
    { wave: "before", measure },
    { wave: "after", measure },
  ];
  return groups.map(({ locality, enrolled, people }) => {
    return { locality, enrolled, cells: countCells(people, before!, after!) };
  });
}

/** What the release function is given by the product when a wave closes. */
export function releaseInputOf(
  groups: readonly LocalityGroup[],
  measures: Measures,
  rules: Pick<ReleaseInput, "threshold" | "smallestWorthwhile">,
): ReleaseInput {
  return {
    ...rules,
    localities: groups.map(participationOf),
    scales: measures.scales.map(
      (measure): ScaleInput => ({
        key: measure.scale.key,
        kind: measure.scale.kind,
        top: measure.top,
        answerStep: measure.answerStep,
        localities: cellsOfScale(groups, measure),
      }),
    ),
  };
}

/** Who answered in which wave, whatever scores came of it. */
export function participationOf({
  locality,
  enrolled,
  closedWaves,
  people,
}: LocalityGroup): LocalityInput {
  const count = (...waves: WaveKind[]) =>
    people.filter(({ scores }) => waves.every((wave) => scores[wave])).length;
  const [before, after, pairs] = [count("before"), count("after"), count("before", "after")];
  return {
    locality,
    closedWaves,
    enrolled,
    before,
    after,
    pairs,
    beforeOnly: before - pairs,
    afterOnly: after - pairs,
    followup: count("followup"),
  };
}
