import { reliabilityOf } from "../statistics/reliability.ts";
import type { ReleasedFigures } from "./figures.ts";
import type { ReleasedReliability } from "./figures-expert.ts";
import type { ScaleInput } from "./input.ts";
import { roundRange, roundTo } from "./precision.ts";

/** Alpha of a complete programme, made once; null with fewer than thirty people, and where they are too alike. */
export function releaseReliability(
  { key, itemTable }: ScaleInput,
  { isOpen, earlier }: { isOpen: boolean; earlier: readonly ReleasedFigures[] },
): ReleasedReliability | null {
  const before = earlier
    .flatMap(({ scales }) => scales.filter((scale) => scale.key === key))
    .find(({ reliability }) => reliability);
  if (before?.reliability) return before.reliability;
  if (!itemTable || !isOpen) return null;
  const { people, items, alpha, interval, isReportable } = reliabilityOf(
    itemTable.table,
    itemTable.range,
  );
  if (!isReportable || alpha === null || !interval) return null;
  return { people, items, alpha: roundTo(alpha, 2), interval: roundRange(interval, 2) };
}
