import { tableOfItems } from "../statistics/item-table.ts";
import { omegaOf } from "../statistics/omega.ts";
import { type Reliability, reliabilityOf } from "../statistics/reliability.ts";
import { limits } from "./gain-figures.ts";
import type { Patterns } from "./gathered.ts";
import type { ItemMeasure } from "./measures.ts";

/** A scale's reliability in one wave, from the people who answered all of its items. */
export interface ScaleReliability {
  reliability: Reliability;
  /** Null with too few items or people for a factor to mean anything. */
  omega: number | null;
  items: readonly ItemMeasure[];
}

export function scaleReliability(
  items: readonly ItemMeasure[],
  patterns: Patterns,
): ScaleReliability {
  const table = tableOfItems(items.length, patterns.values());
  const range = items.reduce((sum, item) => sum + item.top, 0) / items.length;
  const reliability = reliabilityOf(table, range);
  return { reliability, omega: omegaOf(table)?.raw ?? null, items };
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
