import type { Language } from "../../server/domain/text.ts";
import { otherAnswerFigures, scaleDetailFigures } from "./answer-figures.ts";
import type { Figure } from "./figure.ts";
import { qualityFigures } from "./quality-figures.ts";
import {
  beforeAfterOf,
  expertOf,
  gainOf,
  localityOf,
  participationOf,
  type Results,
} from "./results.ts";

/** A figure and the page on which it stands, below the programme's address. */
interface PlacedFigure {
  figure: Figure;
  page: string;
}

/** Every figure of a release, in reading order: downloads, notes and the API take them from here. */
export function resultsFigures(results: Results, language: Language): Figure[] {
  return [...placedFigures(results, language)].map(({ figure }) => figure);
}

/** One figure by its key, or undefined when the release has none of that name. */
export function findFigure(results: Results, key: string, language: Language): Figure | undefined {
  return findPlaced(results, key, language)?.figure;
}

/** Where a figure stands, below the programme's address; undefined when the release has none of that name. */
export function figurePath(results: Results, key: string): string | undefined {
  const placed = findPlaced(results, key, "en");
  return placed && `${placed.page}#${key}`;
}

function findPlaced(results: Results, key: string, language: Language): PlacedFigure | undefined {
  for (const placed of placedFigures(results, language)) {
    if (placed.figure.key === key) return placed;
  }
  return undefined;
}

/** One page after the other, so that whoever looks for one figure need not wait for those behind it. */
function* placedFigures(results: Results, language: Language): Generator<PlacedFigure> {
  yield* place("results", [participationOf(results, language), beforeAfterOf(results, language)]);
  for (const { key } of results.figures.scales) {
    yield* place(`results/${key}`, [
      gainOf(results, key, language),
      ...scaleDetailFigures(results, key, language),
      expertOf(results, key, language),
    ]);
  }
  for (const { key } of results.localities) {
    yield* place(`results/localities/${key}`, [localityOf(results, key, language)]);
  }
  yield* place("results/answers", otherAnswerFigures(results, language));
  yield* place("results/quality", qualityFigures(results, language));
}

function place(page: string, figures: readonly (Figure | undefined)[]): PlacedFigure[] {
  return figures.flatMap((figure) => (figure ? [{ figure, page }] : []));
}
