import { describe, expect, it } from "vitest";
import {
  type ItemTable,
  mergeItemTables,
  subtractItemTable,
  tableOfItems,
} from "../../../server/domain/statistics/item-table.ts";
import { omegaOf } from "../../../server/domain/statistics/omega.ts";
import { feldtInterval, reliabilityOf } from "../../../server/domain/statistics/reliability.ts";
import { differences, limits, reference } from "./reference.ts";

function rowsTable(rows: number[][]): ItemTable {
  return tableOfItems(
    rows[0]!.length,
    rows.map((answers) => ({ answers, count: 1 })),
  );
}

/** Patterns with their count as the last number; reversed items turned, on answers of 1 to 6. */
function patternTable(patterns: number[][], reversed: boolean[] = []): ItemTable {
  return tableOfItems(
    patterns[0]!.length - 1,
    patterns.map((pattern) => ({
      answers: pattern.slice(0, -1).map((answer, i) => (reversed[i] ? 7 - answer : answer)),
      count: pattern.at(-1)!,
    })),
  );
}

/** With a range of 100 points are the answers' own units. */
function numbersOf(table: ItemTable) {
  const reliability = reliabilityOf(table, 100);
  const factor = omegaOf(table);
  return {
    n: reliability.people,
    k: reliability.items,
    alpha: reliability.alpha,
    psych_alpha_raw: reliability.alpha,
    kr20_population_variances: reliability.alpha,
    alpha_standardized: reliability.standardisedAlpha,
    alpha_feldt_ci95: limits(reliability.interval),
    mean_interitem_r: reliability.meanInterItemCorrelation,
    item_rest_r: reliability.byItem.map(({ itemRest }) => itemRest),
    item_discrimination_item_rest: reliability.byItem.map(({ itemRest }) => itemRest),
    alpha_if_dropped: reliability.byItem.map(({ alphaIfDropped }) => alphaIfDropped),
    item_difficulty_p: reliability.byItem.map(({ mean }) => mean),
    guttman_lambda2: reliability.lambda2,
    sem: reliability.errorPoints,
    omega_total_ml_1factor_standardized: factor?.standardised,
    omega_total_ml_1factor_raw: factor?.raw,
    ml_loadings: factor?.factor.loadings,
    ml_uniquenesses: factor?.factor.uniquenesses,
    omega_total_minres_1factor_standardized: factor?.standardisedByMinres,
  };
}

/** Fitted numbers, which depend on where an iteration stops. */
const fitted = [
  "omega_total_ml_1factor_standardized",
  "omega_total_ml_1factor_raw",
  "omega_total_minres_1factor_standardized",
  ...[0, 1, 2, 3, 4].flatMap((i) => [`ml_loadings.${i}`, `ml_uniquenesses.${i}`]),
];

describe("reliability against psych and factanal", () => {
  it("reliability-bfi-agreeableness: 2,709 people, one item reversed", () => {
    const { data, expected, tolerance } = reference("reliability-bfi-agreeableness");
    const table = patternTable(data.pattern_counts, data.reverse);
    const unreversed = patternTable(data.pattern_counts);
    const ours = {
      ...numbersOf(table),
      alpha_without_reversing: reliabilityOf(unreversed, 5).alpha,
      sufficient: {
        n: Number(table.people),
        item_sums: table.sums.map(Number),
        cross_products: table.products.map((row) => row.map(Number)),
      },
    };
    const endings = Object.fromEntries(fitted.map((path) => [path, tolerance.omega]));
    expect(differences(ours, expected, { relative: tolerance.closed_form, endings })).toEqual([]);
  });

  it("reliability-lsat6-kr20: 1,000 people, right and wrong", () => {
    const { data, expected, certified, tolerance } = reference("reliability-lsat6-kr20");
    const ours = numbersOf(patternTable(data.pattern_counts));
    const endings = Object.fromEntries(fitted.map((path) => [path, tolerance.omega]));
    expect(differences(ours, expected, { relative: tolerance.closed_form, endings })).toEqual([]);
    expect(ours.alpha).toBeCloseTo(certified.alpha_3dp, 3);
  });

  it.each(["all-constant", "negative-alpha", "zero-variance-item"])("reliability-%s", (id) => {
    const { data, expected } = reference(`reliability-${id}`);
    const reliability = reliabilityOf(rowsTable(data.items), 4);
    const ours = {
      alpha: reliability.alpha,
      n: reliability.people,
      k: reliability.items,
      item_rest_r_item1: reliability.byItem[0]!.itemRest,
    };
    expect(differences(ours, expected)).toEqual([]);
  });

  it("reliability-feldt-ci", () => {
    const { data, expected, certified } = reference("reliability-feldt-ci");
    const ours = data.alpha.map((alpha: number, i: number) =>
      limits(feldtInterval(alpha, data.n[i], data.k[i])),
    );
    expect(differences({ feldt: ours }, expected)).toEqual([]);
    const [low, high] = certified["mrc_cbu_example_alpha.913_n873_k20"];
    expect(ours[3][0]).toBeCloseTo(low, 7);
    expect(ours[3][1]).toBeCloseTo(high, 7);
  });
});

describe("tables of items", () => {
  const { pattern_counts: patterns } = reference("reliability-lsat6-kr20").data;

  it("add up, and give back what was added", () => {
    const [first, second] = [patternTable(patterns.slice(0, 9)), patternTable(patterns.slice(9))];
    const all = patternTable(patterns);
    expect(mergeItemTables(first, second)).toEqual(all);
    expect(mergeItemTables(second, first)).toEqual(all);
    expect(subtractItemTable(all, first)).toEqual(second);
    expect(() => subtractItemTable(first, all)).toThrow(RangeError);
  });

  it("hold complete answers only", () => {
    const patternsWithGaps = [
      { answers: [1, 2], count: 3 },
      { answers: [1, null], count: 5 },
      { answers: [undefined, 2], count: 5 },
    ];
    expect(tableOfItems(2, patternsWithGaps)).toEqual({
      people: 3n,
      sums: [3n, 6n],
      products: [
        [3n, 6n],
        [6n, 12n],
      ],
    });
  });

  it("say nothing of nobody, of one person, or of one item", () => {
    expect(reliabilityOf(tableOfItems(3, []), 4)).toMatchObject({ people: 0, alpha: null });
    expect(reliabilityOf(rowsTable([[1, 2, 3]]), 4)).toMatchObject({ alpha: null, interval: null });
    expect(reliabilityOf(rowsTable([[1], [2], [3]]), 4)).toMatchObject({
      alpha: null,
      lambda2: null,
    });
  });

  it("say what is worth printing, and fit a factor only to enough people and items", () => {
    const few = patternTable(patterns.slice(0, 5));
    expect(reliabilityOf(few, 1)).toMatchObject({ people: 23, isReportable: false });
    expect(reliabilityOf(patternTable(patterns), 1).isReportable).toBe(true);
    expect(omegaOf(few)).toBeNull();
    expect(
      omegaOf(patternTable(patterns.map((p: number[]) => [...p.slice(0, 3), p[5]!]))),
    ).toBeNull();
    const constant = patterns.map((p: number[]) => [1, ...p.slice(1)]);
    expect(omegaOf(patternTable(constant))).toBeNull();
  });
});
