import type { EdgeCounts } from "./tally.ts";

/** Where more than 15 % of the people sit at an end of the scale (Terwee et al. 2007). */
export interface EdgeFlags {
  /** Those at the top before could not show a gain. */
  ceilingBefore: boolean;
  floorBefore: boolean;
  ceilingAfter: boolean;
  floorAfter: boolean;
}

const NOTABLE_SHARE = 0.15;

export function flagEdges(edges: EdgeCounts, pairs: number): EdgeFlags {
  const isNotable = (count: number) => count > NOTABLE_SHARE * pairs;
  return {
    ceilingBefore: isNotable(edges.ceilingBefore),
    floorBefore: isNotable(edges.floorBefore),
    ceilingAfter: isNotable(edges.ceilingAfter),
    floorAfter: isNotable(edges.floorAfter),
  };
}
