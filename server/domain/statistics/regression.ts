import { add, divide, type Fraction, multiply, subtract, zero } from "./exact.ts";
import { addPairedSums, afterSums, beforeSums, type PairedSums, spread } from "./sums.ts";

/** Sums of squared deviations before (xx), after (yy), and of their products (xy), exact. */
export interface Deviations {
  xx: Fraction;
  yy: Fraction;
  xy: Fraction;
}

/** Deviations of one group's pairs from their own means; for at least one pair. */
export function deviationsOf(sums: PairedSums): Deviations {
  const under = sums.count;
  return {
    xx: { over: spread(beforeSums(sums)), under },
    yy: { over: spread(afterSums(sums)), under },
    xy: { over: sums.count * sums.products - sums.before * sums.after, under },
  };
}

/** Deviations within groups, added up: what the pooled within-group slope rests on. */
export function deviationsWithin(groups: readonly PairedSums[]): Deviations {
  return groups
    .map(deviationsOf)
    .reduce((a, b) => ({ xx: add(a.xx, b.xx), yy: add(a.yy, b.yy), xy: add(a.xy, b.xy) }), {
      xx: zero,
      yy: zero,
      xy: zero,
    });
}

/** Deviations of everybody from the common means, whatever their group. */
export function deviationsOverall(groups: readonly PairedSums[]): Deviations {
  return deviationsOf(groups.reduce(addPairedSums));
}

/** What a straight line of after on before leaves unexplained; for xx above 0. */
export function residual({ xx, yy, xy }: Deviations): Fraction {
  return subtract(yy, divide(multiply(xy, xy), xx));
}
