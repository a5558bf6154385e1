import fs from "node:fs";
import type { ReleasedFigures } from "../../server/domain/disclosure/figures.ts";
import type { LocalityInput, ScaleInput } from "../../server/domain/disclosure/input.ts";
import { release } from "../../server/domain/disclosure/release.ts";
import { type Cell, countAnswered, mergeCells } from "../../server/domain/statistics/cells.ts";
import type { NamedPlace } from "../../web/figures/gain-by-locality.ts";

interface Golden {
  data: {
    scales: Record<string, { items: number; min: number; max: number }>;
    units: Record<string, { lcm: number; units_max: number }>;
    cells_town_preunits_postunits_count: Record<string, string[]>;
  };
  expected: Record<string, { localities: Record<string, { n_enrolled: number }> }>;
}

const golden = JSON.parse(
  fs.readFileSync("tests/golden/reference/golden-programme-77.json", "utf8"),
) as Golden;

/** The golden programme's five towns under the names that a Lithuanian programme would have. */
export const localities: NamedPlace[] = [
  { key: "Alder", nominative: "Prienai", genitive: "Prienų", locative: "Prienuose" },
  { key: "Birch", nominative: "Pagėgiai", genitive: "Pagėgių", locative: "Pagėgiuose" },
  { key: "Cedar", nominative: "Šilutė", genitive: "Šilutės", locative: "Šilutėje" },
  { key: "Dorn", nominative: "Ignalina", genitive: "Ignalinos", locative: "Ignalinoje" },
  { key: "Elm", nominative: "Trakai", genitive: "Trakų", locative: "Trakuose" },
];

export const scaleTitles: Record<string, { lt: string; en: string }> = {
  planning: { lt: "Planavimas", en: "Planning" },
  communication: {
    lt: "Senamiesčio ir centrinių erdvių įveiklinimas",
    en: "Activating the old town and central spaces",
  },
  digital: { lt: "Skaitmeniniai gebėjimai", en: "Digital skills" },
};

/** The golden programme of 77 people, released for evaluators; `keep` says how many pairs a town may bring. */
export function goldenRelease(keep: Record<string, number> = {}): ReleasedFigures {
  const scales = Object.keys(golden.data.scales).map((key) => scaleInput(key, keep));
  return release(
    {
      threshold: 5,
      smallestWorthwhile: null,
      localities: localities.map(({ key }) => localityInput(key, scales)),
      scales,
    },
    "evaluator",
  );
}

function scaleInput(key: string, keep: Record<string, number>): ScaleInput {
  const { units_max: top, lcm } = golden.data.units[key]!;
  const { items } = golden.data.scales[key]!;
  return {
    key,
    kind: "rating",
    top,
    answerStep: lcm / items,
    localities: localities.map((place) => ({
      locality: place.key,
      cells: cellsOf(key, place.key).slice(0, keep[place.key]),
    })),
  };
}

/** Lines such as "Alder 120 132 1", in which "-" is a missing score. */
function cellsOf(scale: string, town: string): Cell[] {
  const lines = golden.data.cells_town_preunits_postunits_count[scale]!;
  const units = (text: string | undefined) => (text === "-" ? null : Number(text));
  const cells = lines
    .map((line) => line.split(" "))
    .filter(([name]) => name === town)
    .map(([, before, after, count]) => ({
      before: units(before),
      after: units(after),
      count: Number(count),
    }));
  return mergeCells(cells);
}

/** Everybody who is in the largest scale took part: the towns' own counts are a little larger than any one scale's. */
function localityInput(town: string, scales: readonly ScaleInput[]): LocalityInput {
  const counts = scales.map((scale) =>
    countAnswered(scale.localities.find(({ locality }) => locality === town)!.cells),
  );
  const most = (count: "pairs" | "beforeOnly" | "afterOnly") =>
    Math.max(...counts.map((one) => one[count]));
  const [pairs, beforeOnly, afterOnly] = [most("pairs"), most("beforeOnly"), most("afterOnly")];
  return {
    locality: town,
    closedWaves: ["before", "after"],
    enrolled: golden.expected.planning!.localities[town]!.n_enrolled,
    pairs,
    beforeOnly,
    afterOnly,
    before: pairs + beforeOnly,
    after: pairs + afterOnly,
    followup: 0,
  };
}
