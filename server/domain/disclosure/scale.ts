import { releaseAttrition } from "./attrition.ts";
import { releaseBreakdowns } from "./breakdown.ts";
import { compareLocalities } from "./comparison.ts";
import { expertFigures } from "./expert.ts";
import type { ReleasedGain, ReleasedScale } from "./figures.ts";
import type { ReleasedExpert } from "./figures-expert.ts";
import { type GainRules, type Place, releaseRow, releaseTotal, withheld } from "./gains.ts";
import { atomOf } from "./history.ts";
import type { LocalityCells, LocalityInput, ScaleInput } from "./input.ts";
import { type Line, protectLine } from "./line.ts";
import { releaseReliability } from "./reliability.ts";
import { describeRow, mergeRows, type Row } from "./row.ts";
import { releaseStartLevels } from "./start-levels.ts";

export interface ScaleRules extends GainRules {
  /** Expert figures take a hundred times as long as the others. */
  hasExpert: boolean;
}

/** A scale as it is released, and whether its items may be shown beside it. */
export interface JudgedScale {
  released: ReleasedScale;
  isOpen: boolean;
}

/** All of one scale: each locality whose wave after has closed, all of these together, and what is made of them. */
export function releaseScale(
  scale: ScaleInput,
  localities: readonly LocalityInput[],
  rules: ScaleRules,
): JudgedScale {
  const { threshold, earlier } = rules;
  if (scale.hasChanged) return releaseChanged(scale, localities);
  const places = localities.filter(isClosed).map((input) => placeOf(input, scale));
  const isComplete = places.length === localities.length;
  const line = protectLine(places, { scale, threshold, earlier, isComplete });
  const added = places.filter(({ atom }) => line.total.includes(atom));
  const all =
    places.length === 0 ? withheld("not-closed") : releaseTotal(added, { line, scale, rules });
  const rows = localities.map(({ locality }) => {
    const place = places.find(({ input }) => input.locality === locality);
    if (!place) return { locality, gain: withheld("not-closed") };
    const gain = releaseRow(place, { line, scale, rules });
    const { revision } = place;
    return revision > 1 ? { locality, gain, revision } : { locality, gain };
  });
  // A locality that waits outside the total could be worked out from items of everybody.
  const isWhole = places.every(({ atom, row }) => row.pairs === 0 || line.total.includes(atom));
  const isOpen = isComplete && isWhole && isVaried(all, line);
  const total = { all, added, line, isComplete, isOpen };
  const released: ReleasedScale = {
    key: scale.key,
    kind: scale.kind,
    stepPoints: (100 * scale.answerStep) / scale.top,
    all,
    allLocalities: added.map(({ input }) => input.locality),
    localities: rows,
    ...releaseMore(scale, { ...total, shown: shownOf(places, rows), rules }),
  };
  return { released, isOpen };
}

/** Nothing can be compared where the questions mean something else in the wave after. */
function releaseChanged(scale: ScaleInput, localities: readonly LocalityInput[]): JudgedScale {
  const gain = withheld("changed");
  const rows = localities.map(({ locality }) => ({ locality, gain }));
  const stepPoints = (100 * scale.answerStep) / scale.top;
  const { key, kind } = scale;
  return { released: { key, kind, stepPoints, all: gain, localities: rows }, isOpen: false };
}

/** A locality that has closed, with its row and which of its groups of people that is. */
interface ClosedPlace extends Place {
  revision: number;
}

interface Results {
  all: ReleasedGain;
  added: readonly ClosedPlace[];
  shown: readonly ClosedPlace[];
  line: Line;
  isComplete: boolean;
  isOpen: boolean;
  rules: ScaleRules;
}

/** Breakdowns, comparison, expert figures and reliability, as far as the input has what they need. */
function releaseMore(scale: ScaleInput, results: Results): Partial<ReleasedScale> {
  const { all, added, shown, isComplete, isOpen, rules } = results;
  const { threshold, earlier } = rules;
  const people = added.map(({ input, revision }) => ({ locality: input.locality, revision }));
  const setting = { scale, total: all, added: people, isComplete, threshold, earlier };
  const named = shown.map(({ input, row }) => ({ locality: input.locality, row }));
  return {
    ...(scale.breakdowns && {
      breakdowns: releaseBreakdowns(scale.breakdowns, setting),
    }),
    ...(scale.itemTable && { reliability: releaseReliability(scale, { isOpen, earlier }) }),
    ...(rules.hasExpert && {
      startLevels: releaseStartLevels(scale, {
        total: totalOf(results, scale),
        isOpen,
        threshold,
        earlier,
      }),
      attrition: releaseAttrition(scale, {
        total: totalOf(results, scale),
        isOpen,
        threshold,
        earlier,
      }),
      comparison: compareLocalities(named, scale.top),
      expert: expertOf(scale, results),
    }),
  };
}

function totalOf({ added }: Results, scale: ScaleInput): Row {
  return mergeRows(
    added.map(({ row }) => row),
    scale,
  );
}

function expertOf(scale: ScaleInput, results: Results): ReleasedExpert {
  const { all, shown, line } = results;
  return {
    all: isVaried(all, line) ? expertFigures(totalOf(results, scale), scale) : null,
    localities: shown.map(({ input, row }) => ({
      locality: input.locality,
      figures: row.isVaried ? expertFigures(row, scale) : null,
    })),
  };
}

/** Whether people differ enough in every locality, so that nothing of the total gives them away. */
function isVaried(all: ReleasedGain, { blocks }: Line): boolean {
  return all.shown && blocks.every((block) => block.isVaried);
}

function shownOf(places: readonly ClosedPlace[], rows: ReleasedScale["localities"]): ClosedPlace[] {
  const shown = rows.filter(({ gain }) => gain.shown).map(({ locality }) => locality);
  return places.filter(({ input }) => shown.includes(input.locality));
}

/** Results come with the closing of the wave after. */
function isClosed({ closedWaves }: LocalityInput): boolean {
  return closedWaves.includes("before") && closedWaves.includes("after");
}

function placeOf(input: LocalityInput, scale: ScaleInput): ClosedPlace {
  const { cells, revision = 1 } = cellsOf(scale, input.locality);
  const atom = atomOf(input.locality, revision);
  return { input, atom, revision, row: describeRow(cells, scale) };
}

function cellsOf(scale: ScaleInput, locality: string): LocalityCells {
  return scale.localities.find((one) => one.locality === locality) ?? { locality, cells: [] };
}
