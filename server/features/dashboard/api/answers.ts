import type { Programme } from "../../../../db/queries/programmes.ts";
import type { ReleaseSummary } from "../../../../db/queries/releases.ts";
import type { Figure } from "../../../../web/figures/figure.ts";
import { totalOf } from "../../../../web/figures/participation.ts";
import type {
  LocalityParticipation,
  Participation,
  ParticipationCounts,
  ReleasedChange,
  ReleasedGain,
} from "../../../domain/disclosure/figures.ts";
import { toldCount } from "../../../domain/disclosure/participation.ts";
import type { LoadedResults } from "../load-results.ts";
import type {
  FiguresAnswer,
  GainAnswer,
  ParticipationAnswer,
  ParticipationTable,
  ProgrammeAnswer,
  ResultsAnswer,
  TableAnswer,
} from "./shapes.ts";

/** What every answer begins with. */
function headOf({ slug, kind }: Programme) {
  return { programme: slug, demonstration: kind !== "real" };
}

export function programmeAnswer(
  programme: Programme,
  localities: readonly { key: string; nominative: string }[],
  releases: readonly ReleaseSummary[],
): ProgrammeAnswer {
  return {
    ...headOf(programme),
    title: programme.title,
    startsOn: programme.startsOn,
    endsOn: programme.endsOn,
    localities: localities.map(({ key, nominative }) => ({ key, name: nominative })),
    releases: releases.map(({ number, madeAt, contentHash }) => ({
      number,
      madeAt: madeAt.toISOString(),
      hash: contentHash,
    })),
  };
}

export function resultsAnswer(
  programme: Programme,
  { release, results }: LoadedResults,
): ResultsAnswer {
  const { figures, number, madeAt, contentHash: hash } = release;
  return {
    ...headOf(programme),
    release: { number, madeAt: madeAt.toISOString(), hash, threshold: figures.threshold },
    scales: figures.scales.map(({ key, kind, all, localities }) => ({
      key,
      title: results.scales.find((scale) => scale.key === key)?.title ?? {},
      kind,
      all: gainAnswer(all),
      localities: localities.map(({ locality, gain }) => ({ locality, change: gainAnswer(gain) })),
    })),
  };
}

function gainAnswer(gain: ReleasedGain): GainAnswer {
  if (!gain.shown) return { shown: false, reason: gain.reason };
  return {
    shown: true,
    pairs: gain.pairs,
    before: gain.meanBefore,
    after: gain.meanAfter,
    change: gain.gain,
    low: gain.interval?.low ?? null,
    high: gain.interval?.high ?? null,
    verdict: gain.verdict,
    ...countsAnswer(gain.change),
    decimals: gain.decimals,
    cautions: gain.cautions,
  };
}

function countsAnswer(change: ReleasedChange) {
  const { higher, same, lower } =
    change.kind === "counts" ? change : { higher: null, same: null, lower: null };
  return { higher, same, lower, nearlyAll: change.kind === "nearly-all" ? change.direction : null };
}

export function participationAnswer(
  programme: Programme,
  participation: { all: Participation; localities: readonly LocalityParticipation[] },
): ParticipationTable {
  return {
    ...headOf(programme),
    all: eachCount((name) => rangeOf(totalOf(participation, name))),
    localities: participation.localities.map((one) => ({
      locality: one.locality,
      closedWaves: one.closedWaves,
      participation: eachCount((name) => rangeOf(toldCount(one, name))),
    })),
  };
}

function rangeOf({ low, high }: { low: number; high: number }) {
  return { from: low, to: high };
}

function eachCount(
  value: (name: keyof ParticipationCounts) => { from: number; to: number },
): ParticipationAnswer {
  return {
    enrolled: value("enrolled"),
    before: value("before"),
    after: value("after"),
    pairs: value("pairs"),
    beforeOnly: value("beforeOnly"),
    afterOnly: value("afterOnly"),
    followup: value("followup"),
  };
}

export function figuresAnswer(
  programme: Programme,
  figures: readonly Pick<Figure, "key" | "title">[],
): FiguresAnswer {
  return {
    ...headOf(programme),
    figures: figures.map(({ key, title }) => ({ key, title })),
  };
}

export function tableAnswer(programme: Programme, { key, title, table }: Figure): TableAnswer {
  return {
    ...headOf(programme),
    key,
    title,
    columns: table.columns.map((column) => column.title),
    rows: table.rows.map(({ cells }) =>
      cells.map(({ text, number }) => number ?? (text === "–" ? null : text)),
    ),
  };
}
