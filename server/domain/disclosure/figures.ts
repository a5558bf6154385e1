import type { WaveKind } from "../words.ts";
import type {
  ReleasedAttrition,
  ReleasedComparison,
  ReleasedExpert,
  ReleasedReliability,
} from "./figures-expert.ts";
import type {
  ReleasedBreakdown,
  ReleasedItem,
  ReleasedShift,
  ReleasedStartLevels,
} from "./figures-tables.ts";

/**
 * What a release holds: the only numbers that evaluators, funders and the public can ever obtain.
 * A withheld figure has no numbers to leak. All scores are in points of 100.
 */
export interface ReleasedFigures {
  format: "pokytis-release/1";
  audience: "evaluator" | "public";
  /** Fewer people than this are never shown. */
  threshold: number;
  participation: { all: Participation; localities: LocalityParticipation[] };
  scales: ReleasedScale[];
  /** Of items outside and inside scales, where the release was given their answers. */
  items?: ReleasedItem[];
  shifts?: ReleasedShift[];
}

/** Who took part. Participation is not an answer, so it is exact. `enrolled` counts cycle participants. */
export interface ParticipationCounts {
  enrolled: number;
  before: number;
  after: number;
  pairs: number;
  beforeOnly: number;
  afterOnly: number;
  followup: number;
}

/**
 * As it is shown. The counts named in `approximate` stand for a step of which they are the lower
 * end: 0, 1 (1-4), 5 (5-9), 10 (10-14) ...: those of waves still open, and small ones in public.
 */
export interface Participation extends ParticipationCounts {
  approximate?: (keyof ParticipationCounts)[];
  /**
   * The ends of a total's steps, where its rows are not all at hand to add them up: for whoever sees some localities
   * only. Never stored with a release.
   */
  ends?: ParticipationEnds;
}

/** The lowest and the highest that each count can be. */
export interface ParticipationEnds {
  low: ParticipationCounts;
  high: ParticipationCounts;
}

export interface LocalityParticipation extends Participation {
  locality: string;
  closedWaves: WaveKind[];
}

export interface ReleasedScale {
  key: string;
  kind: "rating" | "knowledge";
  /** One answer step on one item, in points of 100. */
  stepPoints: number;
  all: ReleasedGain;
  /** The localities whose people `all` adds up: those that have closed, less small ones that must wait. */
  allLocalities?: string[];
  /** `revision` counts how often a locality's people have changed since its first release (absent: 1). */
  localities: { locality: string; gain: ReleasedGain; revision?: number }[];
  comparison?: ReleasedComparison;
  expert?: ReleasedExpert;
  breakdowns?: ReleasedBreakdown[];
  reliability?: ReleasedReliability | null;
  attrition?: ReleasedAttrition | null;
  startLevels?: ReleasedStartLevels | null;
}

export type ReleasedGain = WithheldGain | ShownGain;

export interface WithheldGain {
  shown: false;
  /**
   * `no-pairs`: nobody to show; `few`: fewer than the threshold; `protecting`: another row could be worked out;
   * `not-closed`: its waves are still open; `changed`: the questions meant something else in the wave after.
   */
  reason: "no-pairs" | "few" | "protecting" | "not-closed" | "changed";
}

export interface ShownGain {
  shown: true;
  pairs: number;
  tier: "small" | "medium" | "large";
  /** Decimals that every number of this row is rounded to, and may be printed with. */
  decimals: 0 | 1;
  /** Both null together, where nearly all were at an end of the scale, or another row could be worked out. */
  meanBefore: number | null;
  meanAfter: number | null;
  gain: number;
  /** The 95 % t interval; null where nothing can be said (all or nearly all changed alike). */
  interval: { low: number; high: number } | null;
  verdict: Verdict | null;
  change: ReleasedChange;
  /** How many were already at the top before: from 20 pairs on, and when they are at least three. */
  atTopBefore: number | null;
  cautions: Caution[];
}

export type Verdict =
  | "clear-rise"
  | "clear-worthwhile-rise"
  | "clear-fall"
  | "clear-worthwhile-fall"
  | "practically-unchanged"
  | "too-uncertain";

/** Counts of higher, same, lower; in words where one class holds (nearly) everybody. */
export type ReleasedChange =
  | { kind: "counts"; higher: number; same: number; lower: number }
  | { kind: "nearly-all"; direction: "higher" | "same" | "lower" }
  | { kind: "withheld" };

/**
 * What the reader must be told beside the number. `alike`: all or nearly all changed by about the
 * same, so no range is shown; `at-an-end`: all or nearly all were at an end of the scale, before or
 * after, so no means are shown; `means-protecting`, `counts-protecting`, `range-protecting`:
 * withheld so that another row cannot be worked out.
 */
export type Caution =
  | "alike"
  | "at-an-end"
  | "means-protecting"
  | "counts-protecting"
  | "range-protecting"
  | "depends-on-one"
  | "few-changed-much"
  | "ceiling-before"
  | "floor-before"
  | "attrition";
