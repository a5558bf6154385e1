import { type AnswerPattern, tableOfItems } from "../statistics/item-table.ts";
import { omegaOf } from "../statistics/omega.ts";
import { type Reliability, reliabilityOf } from "../statistics/reliability.ts";
import type { WaveKind } from "../words.ts";
import { limits } from "./gain-figures.ts";
import type { Pattern } from "./gathered.ts";
import type { ItemMeasure, KeptMeasure } from "./measures.ts";

/** A scale's reliability in one wave, from the people who answered all of its items. */
export interface ScaleReliability {
  reliability: Reliability;
  /** Null with too few items or people for a factor to mean anything. */
  omega: number | null;
  items: readonly ItemMeasure[];
}

export function scaleReliability(
  { items }: KeptMeasure,
  patterns: Iterable<Pattern>,
  wave: WaveKind,
): ScaleReliability {
  const table = tableOfItems(items.length, completeOf(patterns, wave));
  const range = items.reduce((sum, item) => sum + item.top, 0) / items.length;
  return { reliability: reliabilityOf(table, range), omega: omegaOf(table)?.raw ?? null, items };
}

function* completeOf(patterns: Iterable<Pattern>, wave: WaveKind): Generator<AnswerPattern> {
  for (const { items, counts } of patterns) {
    if (items && counts[wave] > 0) yield { answers: items, count: counts[wave] };
  }
}

export function reliabilityFigures({ reliability, omega, items }: ScaleReliability) {
  return {
    n_complete: reliability.people,
    reportable: reliability.isReportable,
    alpha: reliability.alpha,
    feldt_ci95: limits(reliability.interval),
    standardised_alpha: reliability.standardisedAlpha,
    lambda2: reliability.lambda2,
    mean_inter_item_r: reliability.meanInterItemCorrelation,
    sem: reliability.errorPoints,
    omega_total: omega,
    items: Object.fromEntries(
      items.map(({ item: key, top }, i) => {
        const item = reliability.byItem[i]!;
        const mean = item.mean === null ? null : (100 * item.mean) / top;
        const figures = { mean, item_rest_r: item.itemRest, alpha_if_dropped: item.alphaIfDropped };
        return [key, figures];
      }),
    ),
  };
}
