import type { Cell } from "../../server/domain/statistics/cells.ts";
import { expertScale } from "../../server/domain/statistics/expert-scale.ts";
import {
  type LocalityCells,
  summariseScale,
} from "../../server/domain/statistics/scale-summary.ts";

/** One measured line of the benchmark's table. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  note: string;
}

const scales = 7;
const localities = 5;
/** A five-item scale of 1 ... 5: 240 units, of which complete answers use every twelfth. */
const top = 240;
const answerStep = 12;
const rounds = 40;

/**
 * CPU time of all figures of a programme from cells, for a thousand and for ten million people:
 * what does not grow with people must not differ between the two.
 */
export async function benchStatistics(): Promise<BenchRow[]> {
  return [1e3, 1e7].flatMap((people) => {
    const programme = aProgramme(people);
    const cells = programme.flat().reduce((sum, locality) => sum + locality.cells.length, 0);
    const note = `${scales} scales, ${localities} localities, ${cells} cells`;
    const summarise = () => programme.map((scale) => summariseScale(scale, { top }));
    const ask = () => programme.map((scale) => expertScale(scale, { top }));
    const of = `${people.toLocaleString("en")} people`;
    return [
      row(`all figures of a programme, ${of}`, cpuMilliseconds(summarise, rounds), note),
      row(`expert figures of a programme, ${of}`, cpuMilliseconds(ask, 2), note),
    ];
  });
}

function row(name: string, value: number, note: string): BenchRow {
  return { name, value, unit: "ms CPU", note };
}

/** Median over rounds, after a few to warm up. */
function cpuMilliseconds(work: () => unknown, times: number): number {
  for (let warm = 0; warm < Math.min(times, 10); warm++) work();
  const spent = Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return spent.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}

/** People spread over the cells of a locality in the shape of answers that rise by some steps. */
function aProgramme(people: number): LocalityCells[][] {
  const each = people / localities;
  return Array.from({ length: scales }, (_, scale) =>
    Array.from({ length: localities }, (__, locality) => {
      const cells = cellsOf(each, 9 + scale / 2, 1 + locality / 2);
      return { locality: `locality ${locality + 1}`, enrolled: Math.round(each), cells };
    }),
  );
}

function cellsOf(people: number, level: number, gain: number): Cell[] {
  const steps = [...Array(top / answerStep + 1).keys()];
  const weights = steps.flatMap((x) =>
    steps.map((y) => ({
      before: x * answerStep,
      after: y * answerStep,
      weight: bell((x - level) / 5) * bell((y - x - gain) / 3),
    })),
  );
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const pairs = weights.map(({ before, after, weight }) => ({
    before,
    after,
    count: Math.ceil((0.8 * people * weight) / total - 0.5),
  }));
  const unpaired = steps.flatMap((x) => [
    {
      before: x * answerStep,
      after: null,
      count: Math.round((people * bell((x - level) / 5)) / 90),
    },
    {
      before: null,
      after: x * answerStep,
      count: Math.round((people * bell((x - level) / 5)) / 180),
    },
  ]);
  return [...pairs, ...unpaired].filter(({ count }) => count > 0);
}

function bell(z: number): number {
  return Math.exp((-z * z) / 2);
}
