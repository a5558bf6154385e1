import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  halfRule,
  lattice,
  type ScaleRule,
  scoreScale,
} from "../../../server/domain/scoring/lattice.ts";
import { ancova } from "../../../server/domain/statistics/ancova.ts";
import { type Cell, mergeCells } from "../../../server/domain/statistics/cells.ts";
import { gainHistogram } from "../../../server/domain/statistics/histogram.ts";
import { tableOfItems } from "../../../server/domain/statistics/item-table.ts";
import { hodgesLehmann, median } from "../../../server/domain/statistics/location.ts";
import { classNormalisedGain } from "../../../server/domain/statistics/normalised-gain.ts";
import { reliabilityOf } from "../../../server/domain/statistics/reliability.ts";
import { type GroupGain, summariseScale } from "../../../server/domain/statistics/scale-summary.ts";
import { signFlipTest } from "../../../server/domain/statistics/sign-flip.ts";
import { signedRankTest } from "../../../server/domain/statistics/signed-rank.ts";
import { sumPairs } from "../../../server/domain/statistics/sums.ts";
import {
  gainsByTown,
  naiveAlpha,
  naiveAncova,
  naiveAnova,
  naiveGroup,
  naiveTauSquared,
  pairsOf,
  prattRanks,
  restrictedLogLikelihood,
  scorePeople,
  signsByEnumeration,
} from "./naive.ts";
import { aRandomProgramme, type RandomProgramme } from "./random-programme.ts";

/** THOROUGH=20 runs twenty times as many programmes. */
const numRuns = 1000 * Number(process.env.THOROUGH ?? 1);

function ruleOf({ scale }: RandomProgramme): Extract<ScaleRule, { kind: "rating" }> {
  return { kind: "rating", ...scale, minimumAnswered: halfRule(scale.items) };
}

function engineCells(programme: RandomProgramme) {
  const rule = ruleOf(programme);
  const units = (answers: (number | null)[] | null) =>
    (answers && scoreScale(rule, answers)?.units) ?? null;
  return programme.towns.map((town) => {
    const people = programme.people.filter((person) => person.town === town);
    const cells: Cell[] = people.map(({ before, after }) => ({
      before: units(before),
      after: units(after),
      count: 1,
    }));
    return { locality: town, enrolled: people.length, cells: mergeCells(cells) };
  });
}

/** Both null, or equal but for the roundings of plain arithmetic. */
function expectClose(
  value: number | null | undefined,
  naive: number | null | undefined,
  what: string,
) {
  const [ours, theirs] = [value ?? null, naive ?? null];
  const agree =
    ours === null || theirs === null
      ? ours === theirs
      : Math.abs(ours - theirs) < 1e-7 * Math.max(1, Math.abs(theirs));
  if (!agree) throw new Error(`${what}: ${ours} by the engine, ${theirs} by hand`);
}

function expectSameGroup(gain: GroupGain, naive: ReturnType<typeof naiveGroup>) {
  const counts = [gain.pairs, gain.answered.beforeOnly, gain.answered.afterOnly];
  expect(counts).toEqual([naive.pairs, naive.beforeOnly, naive.afterOnly]);
  const { higher, same, lower } = naive;
  expect(gain.change).toEqual({ higher, same, lower });
  for (const key of [
    "meanBefore",
    "meanAfter",
    "meanGain",
    "sdBefore",
    "sdAfter",
    "sdGain",
  ] as const) {
    expectClose(gain[key], naive[key], key);
  }
  expectClose(gain.correlation, naive.correlation, "r");
  expectClose(gain.test?.standardError, naive.test?.error, "error");
  expectClose(gain.test?.t, naive.test?.t, "t");
  expectClose(gain.test?.p, naive.test?.p, "p");
  expectClose(gain.test?.interval.low, naive.test?.low, "low");
  expectClose(gain.test?.interval.high, naive.test?.high, "high");
  expectClose(gain.higherShare?.low, naive.wilson?.low, "Wilson low");
  expectClose(gain.higherShare?.high, naive.wilson?.high, "Wilson high");
  const { comparison } = gain.attrition;
  expectClose(comparison?.difference, naive.attrition?.difference, "left - stayed");
  expectClose(comparison?.t, naive.attrition?.t, "Welch t");
  expectClose(comparison?.df, naive.attrition?.df, "Welch df");
}

describe("the engine and its naive double agree on random programmes", { timeout: 600_000 }, () => {
  it("about every locality and all participants", () => {
    fc.assert(
      fc.property(aRandomProgramme, (programme) => {
        const summary = summariseScale(engineCells(programme), lattice(ruleOf(programme)));
        const scored = scorePeople(programme.people, programme.scale);
        for (const gain of summary.localities) {
          expectSameGroup(gain, naiveGroup(scored.filter(({ town }) => town === gain.locality)));
        }
        expectSameGroup(summary.all, naiveGroup(scored));
      }),
      { numRuns },
    );
  });

  it("about differences between localities", () => {
    fc.assert(
      fc.property(aRandomProgramme, (programme) => {
        const summary = summariseScale(engineCells(programme), lattice(ruleOf(programme)));
        const scored = scorePeople(programme.people, programme.scale);
        const groups = gainsByTown(scored, programme.towns).filter((gains) => gains.length > 0);
        const naive = naiveAnova(groups);
        expectClose(summary.withinVariance, naive.variance, "variance within");
        expectClose(summary.homogeneity?.f, naive.f?.f, "F");
        expectClose(summary.homogeneity?.p, naive.f?.p, "p of F");
        if (!summary.typical || !naive.variance) return;

        const means = groups.map((gains) => gains.reduce((a, b) => a + b, 0) / gains.length);
        const variances = groups.map((gains) => naive.variance! / gains.length);
        // The likelihood is flat at its top: heights are compared, not places.
        const tried = naiveTauSquared(means, variances);
        const height = (tau: number) => restrictedLogLikelihood(means, variances, tau);
        expect(height(summary.typical.tauSquared)).toBeGreaterThan(height(tried) - 1e-9);
      }),
      { numRuns },
    );
  });

  it("about covariance analysis, shares of the possible gain and middles", () => {
    fc.assert(
      fc.property(aRandomProgramme, (programme) => {
        const { top } = lattice(ruleOf(programme));
        const scored = scorePeople(programme.people, programme.scale);
        const towns = engineCells(programme).filter(({ cells }) => sumPairs(cells).count > 0n);
        const ours = ancova(
          towns.map(({ cells }) => sumPairs(cells)),
          top,
        );
        const naive =
          ours &&
          naiveAncova(
            pairsOf(scored),
            towns.map(({ locality }) => locality),
          );
        if (ours && naive) {
          expectClose(ours.slope, naive.slope, "slope");
          expectClose(ours.residualVariance, naive.residual, "residual variance");
          ours.adjusted.forEach(({ mean }, i) => {
            expectClose(mean, naive.adjusted[i], "adjusted mean");
          });
        }
        const all = mergeCells(...towns.map(({ cells }) => cells));
        const group = naiveGroup(scored);
        const gains = gainHistogram(all);
        const points = (units: number | null) => (units === null ? null : (100 * units) / top);
        expectClose(classNormalisedGain(sumPairs(all), top), group.classGain, "class gain");
        expectClose(points(median(gains)), group.median, "median");
        expectClose(points(hodgesLehmann(gains)), group.hodgesLehmann, "Hodges-Lehmann");
      }),
      { numRuns },
    );
  });

  it("about exact tests, by going through all signs of up to eleven people", () => {
    fc.assert(
      fc.property(aRandomProgramme, (programme) => {
        const [town] = engineCells(programme);
        const naive = gainsByTown(
          scorePeople(programme.people, programme.scale),
          programme.towns,
        )[0]!;
        const gains = naive.slice(0, 11);
        fc.pre(naive.length <= 11 && gains.some((gain) => Math.abs(gain) > 1e-9));
        const histogram = gainHistogram(town!.cells);
        const changed = gains.filter((gain) => Math.abs(gain) > 1e-9);
        const rises = changed.filter((gain) => gain > 0).reduce((a, b) => a + b, 0);
        const flip = signsByEnumeration(changed.map(Math.abs), rises);
        expectClose(signFlipTest(histogram)?.p, flip, "sign flip");

        const ranks = prattRanks(gains);
        const kept = ranks.filter((_, i) => Math.abs(gains[i]!) > 1e-9);
        const w = ranks.filter((_, i) => gains[i]! > 1e-9).reduce((a, b) => a + b, 0);
        expectClose(signedRankTest(histogram)?.rises, w, "sum of ranks");
        expectClose(signedRankTest(histogram)?.p, signsByEnumeration(kept, w), "signed rank");
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });

  it("about alpha", () => {
    fc.assert(
      fc.property(aRandomProgramme, ({ people, scale }) => {
        const rows = people.flatMap(({ before }) => (before ? [before] : []));
        const complete = rows.flatMap((row) =>
          row.every((answer) => answer !== null) ? [row as number[]] : [],
        );
        const table = tableOfItems(
          scale.items,
          rows.map((answers) => ({ answers, count: 1 })),
        );
        const ours = reliabilityOf(table, scale.max - scale.min);
        expect(ours.people).toBe(complete.length);
        expectClose(ours.alpha, naiveAlpha(complete), "alpha");
      }),
      { numRuns },
    );
  });
});
