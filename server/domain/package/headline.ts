import type {
  Participation,
  ParticipationCounts,
  ReleasedFigures,
  ReleasedGain,
  ReleasedScale,
  ShownGain,
} from "../disclosure/figures.ts";
import type { Table } from "./answers-tables.ts";

/** Stands where a number is about all localities together. */
export const everywhere = "*";

/**
 * One number of a release. `released` may be recomputed from the package; `withheld` was told to nobody, and `reason`
 * says why; `changed` was released, but answers have come, gone or been corrected since.
 */
export interface HeadlineNumber {
  /** Empty for participation. */
  scale: string;
  place: string;
  figure: string;
  released: number | null;
  decimals: number;
  state: "released" | "withheld" | "changed";
  reason: string;
}

/** What the package's answers no longer agree with: the people of a locality on a scale, or a locality's counts. */
export interface Changes {
  hasCellsChanged(scale: string, locality: string): boolean;
  hasCountChanged(locality: string, count: RecomputedCount): boolean;
}

const counts = {
  before: "answered_before",
  after: "answered_after",
  pairs: "answered_both",
  beforeOnly: "before_only",
  afterOnly: "after_only",
  followup: "answered_followup",
} as const satisfies Partial<Record<keyof ParticipationCounts, string>>;
export type RecomputedCount = keyof typeof counts;
const recomputedCounts = Object.keys(counts) as RecomputedCount[];

/** The numbers that an annex is made of, one by one: who answered, then scale by scale all localities and each. */
export function headlineOf(figures: ReleasedFigures, changes: Changes): HeadlineNumber[] {
  return [
    ...participationNumbers(figures, changes),
    ...figures.scales.flatMap((scale) => scaleNumbers(scale, changes)),
  ];
}

function participationNumbers(
  { participation }: ReleasedFigures,
  { hasCountChanged }: Changes,
): HeadlineNumber[] {
  const { all, localities } = participation;
  const numbersOf = (
    place: string,
    one: Participation,
    hasChanged: (count: RecomputedCount) => boolean,
  ) =>
    recomputedCounts.map((count): HeadlineNumber => {
      const number = { scale: "", place, figure: counts[count], decimals: 0 };
      if (one.approximate?.includes(count)) {
        return { ...number, released: null, state: "withheld", reason: "approximate" };
      }
      const state = hasChanged(count) ? "changed" : "released";
      return { ...number, released: one[count], state, reason: "" };
    });
  const anywhere = (count: RecomputedCount) =>
    localities.some(({ locality }) => hasCountChanged(locality, count));
  return [
    ...numbersOf(everywhere, all, anywhere),
    ...localities.flatMap((one) =>
      numbersOf(one.locality, one, (count) => hasCountChanged(one.locality, count)),
    ),
  ];
}

function scaleNumbers(scale: ReleasedScale, { hasCellsChanged }: Changes): HeadlineNumber[] {
  const { key, all, allLocalities = [], localities } = scale;
  const hasAnyChanged = allLocalities.some((locality) => hasCellsChanged(key, locality));
  return [
    ...gainNumbers({ scale: key, place: everywhere }, all, hasAnyChanged),
    ...localities.flatMap(({ locality, gain }) =>
      gainNumbers({ scale: key, place: locality }, gain, hasCellsChanged(key, locality)),
    ),
  ];
}

type Place = Pick<HeadlineNumber, "scale" | "place">;

function gainNumbers(place: Place, gain: ReleasedGain, hasChanged: boolean): HeadlineNumber[] {
  const withheld = (figure: string, reason: string): HeadlineNumber => {
    return { ...place, figure, released: null, decimals: 0, state: "withheld", reason };
  };
  if (!gain.shown) return [withheld("everything", gain.reason)];
  return figuresOf(gain).map(({ figure, value, decimals, reason }): HeadlineNumber => {
    if (value === null) return withheld(figure, reason);
    const state = hasChanged ? "changed" : "released";
    return { ...place, figure, released: value, decimals, state, reason: "" };
  });
}

interface Figure {
  figure: string;
  value: number | null;
  decimals: number;
  /** Why there is no value. */
  reason: string;
}

function figuresOf(gain: ShownGain): Figure[] {
  const { decimals, change, interval, cautions } = gain;
  const told = cautions.join("|");
  const points = (figure: string, value: number | null): Figure => {
    return { figure, value, decimals, reason: told };
  };
  const people = (figure: string, value: number | null, reason: string): Figure => {
    return { figure, value, decimals: 0, reason };
  };
  const inWords = change.kind === "nearly-all" ? `nearly-all-${change.direction}` : told;
  const changed = change.kind === "counts" ? change : { higher: null, same: null, lower: null };
  return [
    people("pairs", gain.pairs, ""),
    points("mean_before", gain.meanBefore),
    points("mean_after", gain.meanAfter),
    points("mean_gain", gain.gain),
    points("interval_low", interval?.low ?? null),
    points("interval_high", interval?.high ?? null),
    people("higher", changed.higher, inWords),
    people("same", changed.same, inWords),
    people("lower", changed.lower, inWords),
    people("at_top_before", gain.atTopBefore, "few-or-not-counted"),
  ];
}

/** The same numbers as a table, for whoever reads no JSON. */
export function headlineTable(numbers: readonly HeadlineNumber[]): Table {
  return {
    columns: ["scale", "place", "figure", "released", "decimals", "state", "reason"],
    rows: numbers.map((one) => [
      ...[one.scale, one.place, one.figure, one.released, one.decimals, one.state, one.reason],
    ]),
  };
}
