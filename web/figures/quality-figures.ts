import type { Language } from "../../server/domain/text.ts";
import { attritionFigure } from "./attrition.ts";
import type { Figure } from "./figure.ts";
import { reliabilityFigure } from "./reliability.ts";
import { responseFlowFigure } from "./response-flow.ts";
import { type Results, titledScales } from "./results.ts";

/** What the results rest on: who answered, who left, how far the scales hold together. */
export function qualityFigures(results: Results, language: Language): Figure[] {
  const scales = titledScales(results, language);
  const { participation } = results.figures;
  return [
    responseFlowFigure({ participation, language }),
    attritionFigure(scales, language),
    reliabilityFigure(scales, language),
  ];
}
