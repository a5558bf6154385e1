import { describe, expect, it } from "vitest";
import type { ShownGain } from "../../../server/domain/disclosure/figures.ts";
import type { LocalityInput, ScaleInput } from "../../../server/domain/disclosure/input.ts";
import { release } from "../../../server/domain/disclosure/release.ts";
import type { Cell } from "../../../server/domain/statistics/cells.ts";
import { reference } from "../statistics/reference.ts";

const golden = reference("golden-programme-77") as {
  data: {
    cells_town_preunits_postunits_count: Record<string, string[]>;
    units: Record<string, { lcm: number; units_max: number }>;
    scales: Record<string, { items: number }>;
    participants: { town: string; pre: unknown; post: unknown }[];
  };
  // biome-ignore lint/suspicious/noExplicitAny: The reference's own keys, read as they stand.
  expected: any;
};
const towns = ["Alder", "Birch", "Cedar", "Dorn", "Elm"];
const names = Object.keys(golden.data.cells_town_preunits_postunits_count);

function cellsOf(scale: string, town: string): Cell[] {
  const units = (text: string) => (text === "-" ? null : Number(text));
  return golden.data.cells_town_preunits_postunits_count[scale]!.map((line) => line.split(" "))
    .filter(([place]) => place === town)
    .map(([, before, after, count]) => ({
      before: units(before!),
      after: units(after!),
      count: Number(count),
    }));
}

function scaleOf(key: string): ScaleInput {
  const { lcm, units_max } = golden.data.units[key]!;
  return {
    key,
    kind: "rating",
    top: units_max,
    answerStep: lcm / golden.data.scales[key]!.items,
    localities: towns.map((locality) => ({ locality, cells: cellsOf(key, locality) })),
  };
}

function localityOf(locality: string): LocalityInput {
  const people = golden.data.participants.filter(({ town }) => town === locality);
  const count = (isMeant: (before: boolean, after: boolean) => boolean) =>
    people.filter(({ pre, post }) => isMeant(pre !== null, post !== null)).length;
  return {
    locality,
    closedWaves: ["before", "after"],
    enrolled: people.length,
    before: count((before) => before),
    after: count((_, after) => after),
    pairs: count((before, after) => before && after),
    beforeOnly: count((before, after) => before && !after),
    afterOnly: count((before, after) => !before && after),
    followup: 0,
  };
}

describe("the release of the reference programme of 77", () => {
  const figures = release(
    {
      threshold: 5,
      smallestWorthwhile: null,
      localities: towns.map(localityOf),
      scales: names.filter((name) => golden.data.units[name]).map(scaleOf),
    },
    "evaluator",
  );

  it.each(
    figures.scales.flatMap(({ key, localities }) => localities.map((row) => [key, row] as const)),
  )("has the reference's figures of %s, %o", (key, { locality, gain }) => {
    const truth = golden.expected[key].localities[locality];
    const shown = gain as ShownGain;
    const within = (value: number | null, exact: number) =>
      expect(Math.abs(value! - exact)).toBeLessThanOrEqual(0.5 * 10 ** -shown.decimals + 1e-9);
    expect(shown.pairs).toBe(truth.n_paired);
    within(shown.meanBefore, truth.mean_pre);
    within(shown.meanAfter, truth.mean_post);
    within(shown.gain, truth.mean_gain);
    within(shown.interval!.low, truth.ci95[0]);
    within(shown.interval!.high, truth.ci95[1]);
  });

  it.each(figures.scales.map((scale) => [scale.key, scale] as const))(
    "has the interval with localities held fixed for all of %s",
    (key, { all, comparison, expert }) => {
      const { all_participants: truth, heterogeneity, pooling } = golden.expected[key];
      const shown = all as ShownGain;
      expect(shown.gain).toBeCloseTo(truth.mean_gain, 0);
      expect(Math.abs(shown.interval!.low - truth.stratified_ci95[0])).toBeLessThanOrEqual(
        0.05 + 1e-9,
      );
      expect(Math.abs(shown.interval!.high - truth.stratified_ci95[1])).toBeLessThanOrEqual(
        0.05 + 1e-9,
      );
      expect(comparison!.homogeneity!.f).toBeCloseTo(heterogeneity.F, 1);
      expect(comparison!.typical!.gain).toBeCloseTo(pooling.mu, 0);
      comparison!.steadied.forEach(({ gain }, i) => {
        expect(Math.abs(gain - pooling.shrunken[i])).toBeLessThanOrEqual(0.5 + 1e-9);
      });
      expect(expert!.all!.gAv).toBeCloseTo(truth.g_av, 1);
      expect(expert!.all!.deviations!.gain).toBeCloseTo(truth.sd_gain, 0);
    },
  );
});
