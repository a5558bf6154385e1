import type { ReleasedFigures, ReleasedScale } from "../../server/domain/disclosure/figures.ts";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { holm } from "../../server/domain/statistics/multiplicity.ts";
import { inLanguage, type Language, type Text } from "../../server/domain/text.ts";
import { beforeAfterByScaleFigure } from "./before-after-by-scale.ts";
import { expertOfScaleFigure } from "./expert-of-scale.ts";
import type { Figure } from "./figure.ts";
import { gainAxisRange, gainByLocalityFigure, type NamedPlace } from "./gain-by-locality.ts";
import { gainByScaleFigure } from "./gain-by-scale.ts";
import { participationFigure } from "./participation.ts";

/** A release with the names that its keys stand for. */
export interface Results {
  figures: ReleasedFigures;
  /** In the programme's own order. */
  localities: readonly NamedPlace[];
  /** In the questionnaire's own order. */
  scales: readonly { key: string; title: Text }[];
  /** The questionnaire that was answered; without it, single items have no words and are left out. */
  document?: QuestionnaireDocument;
}

/** A released scale with its name in the reader's language. */
export interface TitledScale {
  scale: ReleasedScale;
  title: string;
}

export function participationOf({ figures, localities }: Results, language: Language): Figure {
  return participationFigure({ participation: figures.participation, localities, language });
}

export function beforeAfterOf(results: Results, language: Language): Figure {
  const { participation, threshold } = results.figures;
  const scales = titledScales(results, language);
  return beforeAfterByScaleFigure({ scales, participation, threshold, language });
}

/** Change by locality on one scale; all scales share one axis. */
export function gainOf(results: Results, scaleKey: string, language: Language): Figure | undefined {
  const titled = titledScales(results, language).find(({ scale }) => scale.key === scaleKey);
  if (!titled) return undefined;
  const { participation, threshold, scales } = results.figures;
  return gainByLocalityFigure({
    scale: titled.scale,
    scaleTitle: titled.title,
    participation,
    localities: results.localities,
    threshold,
    language,
    axis: gainAxisRange(scales),
    differ: judgeDifferences(scales).get(scaleKey),
  });
}

/** What experts ask for on one scale; undefined where the release holds nothing of the kind. */
export function expertOf(
  results: Results,
  scaleKey: string,
  language: Language,
): Figure | undefined {
  const titled = titledScales(results, language).find(({ scale }) => scale.key === scaleKey);
  if (!titled) return undefined;
  const { localities } = results;
  return expertOfScaleFigure({ ...titled, scaleTitle: titled.title, localities, language });
}

const level = 0.05;

/**
 * Whether localities differ on each scale by more than chance. All scales are judged as one family (Holm 1979), so
 * that many scales do not make a difference likely by their number alone.
 */
function judgeDifferences(scales: readonly ReleasedScale[]): Map<string, boolean> {
  const judged = scales.flatMap(({ key, comparison }) =>
    comparison?.homogeneity ? [{ key, p: comparison.homogeneity.p }] : [],
  );
  const adjusted = holm(judged.map(({ p }) => p));
  return new Map(judged.map(({ key }, index) => [key, (adjusted[index] ?? 1) < level]));
}

/** Change in one locality, scale by scale, on the same axis. */
export function localityOf(
  results: Results,
  localityKey: string,
  language: Language,
): Figure | undefined {
  const place = results.localities.find(({ key }) => key === localityKey);
  if (!place) return undefined;
  const { participation, threshold, scales } = results.figures;
  return gainByScaleFigure({
    place,
    scales: titledScales(results, language),
    participation,
    threshold,
    language,
    axis: gainAxisRange(scales),
  });
}

/** The released scales with their titles; one that the questionnaire no longer names keeps its key. */
export function titledScales({ figures, scales }: Results, language: Language): TitledScale[] {
  return figures.scales.map((scale) => {
    const named = scales.find(({ key }) => key === scale.key);
    return { scale, title: (named && inLanguage(named.title, language)) || scale.key };
  });
}
