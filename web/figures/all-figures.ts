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
  return placedFigures(results, language).map(({ figure }) => figure);
}

/** One figure by its key, or undefined when the release has none of that name. */
export function findFigure(results: Results, key: string, language: Language): Figure | undefined {
  return resultsFigures(results, language).find((figure) => figure.key === key);
}

/** Where a figure stands, below the programme's address; undefined when the release has none of that name. */
export function figurePath(results: Results, key: string): string | undefined {
  const placed = placedFigures(results, "en").find(({ figure }) => figure.key === key);
  return placed && `${placed.page}#${key}`;
}

function placedFigures(results: Results, language: Language): PlacedFigure[] {
  const { localities, figures } = results;
  const overview = [participationOf(results, language), beforeAfterOf(results, language)];
  const scales = figures.scales.flatMap(({ key }) =>
    [
      gainOf(results, key, language),
      ...scaleDetailFigures(results, key, language),
      expertOf(results, key, language),
    ].map((figure) => ({ figure, page: `results/${key}` })),
  );
  const places = localities.map(({ key }) => ({
    figure: localityOf(results, key, language),
    page: `results/localities/${key}`,
  }));
  const others = otherAnswerFigures(results, language);
  return [
    ...overview.map((figure) => ({ figure, page: "results" })),
    ...scales,
    ...places,
    ...others.map((figure) => ({ figure, page: "results/answers" })),
    ...qualityFigures(results, language).map((figure) => ({ figure, page: "results/quality" })),
  ].flatMap(({ figure, page }) => (figure ? [{ figure, page }] : []));
}
