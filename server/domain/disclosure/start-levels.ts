import { isPair, type PairCell } from "../statistics/cells.ts";
import { pairedMoments } from "../statistics/moments.ts";
import { testMean } from "../statistics/paired-gain.ts";
import type { ReleasedFigures } from "./figures.ts";
import type { ReleasedStartLevels, StartBand } from "./figures-tables.ts";
import type { ScaleInput } from "./input.ts";
import { roundRange, roundTo } from "./precision.ts";
import { describeRow, type Row } from "./row.ts";

const thirds = 3;
const fewestInBand = 10;

/** Some thirds of the scale that stand next to each other, and the pairs that started there. */
interface Band {
  first: number;
  last: number;
  cells: PairCell[];
}

/**
 * Change by where people started: thirds of the scale, joined with their neighbours until ten people (or the
 * threshold's) started in each. Of the whole programme, once it is complete and people differ in every locality (then
 * any two of a locality who differ could be exchanged without changing this figure); made once. Null where fewer than
 * two bands are left or a band's people all changed alike.
 *
 * Bands lie on the scale, not at quantiles: a quantile is somebody's score.
 */
export function releaseStartLevels(
  scale: ScaleInput,
  {
    total,
    isOpen,
    threshold,
    earlier,
  }: { total: Row; isOpen: boolean; threshold: number; earlier: readonly ReleasedFigures[] },
): ReleasedStartLevels | null {
  const before = earlier
    .flatMap(({ scales }) => scales.filter(({ key }) => key === scale.key))
    .find(({ startLevels }) => startLevels);
  if (before?.startLevels) return before.startLevels;
  if (!isOpen) return null;
  const bands = joinSmall(thirdsOf(total, scale.top), Math.max(threshold, fewestInBand));
  if (bands.length < 2) return null;
  const told = bands.flatMap((band) => tellBand(band, scale) ?? []);
  return told.length === bands.length ? { bands: told } : null;
}

function thirdsOf({ cells }: Row, top: number): Band[] {
  const bands: Band[] = Array.from({ length: thirds }, (_, i) => ({
    first: i,
    last: i,
    cells: [],
  }));
  for (const cell of cells.filter(isPair)) {
    const third = Math.max(0, Math.ceil((cell.before * thirds) / top) - 1);
    bands[third]!.cells.push(cell);
  }
  return bands;
}

/** From the lowest on, neighbours join until enough people stand together; a small rest joins the one below. */
function joinSmall(bands: readonly Band[], fewest: number): Band[] {
  const joined: Band[] = [];
  let open: Band | undefined;
  for (const band of bands) {
    open = open ? join(open, band) : band;
    if (peopleOf(open) < fewest) continue;
    joined.push(open);
    open = undefined;
  }
  const last = joined.pop();
  if (!last) return [];
  return [...joined, open ? join(last, open) : last];
}

function join(one: Band, other: Band): Band {
  return { first: one.first, last: other.last, cells: [...one.cells, ...other.cells] };
}

function peopleOf({ cells }: Band): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

function tellBand(band: Band, scale: ScaleInput): StartBand | undefined {
  const row = describeRow(band.cells, scale);
  const { before, gain } = pairedMoments(row.tally.pairs, scale.top);
  const test = testMean(gain);
  if (row.likeness !== "different" || !test?.interval) return undefined;
  return {
    from: band.first === 0 ? 0 : Math.floor((100 * band.first) / thirds) + 1,
    to: Math.floor((100 * (band.last + 1)) / thirds),
    people: row.pairs,
    meanBefore: roundTo(before.mean ?? 0, 0),
    gain: roundTo(gain.mean ?? 0, 0),
    interval: roundRange(test.interval, 0),
  };
}
