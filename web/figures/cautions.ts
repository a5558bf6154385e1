import type { ReleasedGain } from "../../server/domain/disclosure/figures.ts";
import type { Language } from "../../server/domain/text.ts";
import { dashboardTexts } from "../texts/dashboard.ts";
import { joinWords } from "../texts/numbers.ts";
import { cautionSentence } from "../texts/wording.ts";
import { type Results, titledScales } from "./results.ts";

/** What a reader should be careful about in the whole release: design, thin groups, drop-outs, then single scales. */
export function resultCautions(results: Results, language: Language): string[] {
  const texts = dashboardTexts[language].careful;
  return [
    texts.noComparison,
    ...(results.localities.length > 1 ? [texts.noRanking] : []),
    ...placesWhere(results, language, "withheld"),
    ...placesWhere(results, language, "small"),
    ...attrition(results, language),
    ...scaleCautions(results, language),
  ];
}

/** Localities of which at least one scale is withheld, or shown for a small group. */
function placesWhere(
  { figures, localities }: Results,
  language: Language,
  what: "withheld" | "small",
): string[] {
  const names = localities
    .filter(({ key }) =>
      figures.scales.some((scale) => {
        const gain = scale.localities.find((one) => one.locality === key)?.gain;
        return gain !== undefined && (what === "withheld" ? isProtected(gain) : isSmall(gain));
      }),
    )
    .map(({ nominative }) => nominative);
  if (names.length === 0) return [];
  return [dashboardTexts[language].careful[what](joinWords(names, language), names.length)];
}

/** What is not released yet, or has no pairs, is not withheld from anybody. */
function isProtected(gain: ReleasedGain): boolean {
  return !gain.shown && (gain.reason === "few" || gain.reason === "protecting");
}

function isSmall(gain: ReleasedGain): boolean {
  return gain.shown && gain.tier === "small";
}

const attritionShare = 0.8;

/** Drop-outs and newcomers are told where the counts are exact: while waves are open they are steps. */
function attrition({ figures }: Results, language: Language): string[] {
  const texts = dashboardTexts[language].careful;
  const { all } = figures.participation;
  // A follow-up that is still open makes none of the counts below a step.
  if ((all.approximate ?? []).some((name) => name !== "followup")) return [];
  return [
    ...(all.pairs < attritionShare * all.before ? [texts.attrition(all.pairs, all.before)] : []),
    ...(all.afterOnly > 0 ? [texts.newcomers(all.afterOnly)] : []),
  ];
}

/** What concerns one scale over all participants; drop-outs were told once for the whole. */
function scaleCautions(results: Results, language: Language): string[] {
  return titledScales(results, language).flatMap(({ scale, title }) => {
    if (!scale.all.shown) return [];
    return scale.all.cautions
      .filter((caution) => caution !== "attrition")
      .map((caution) =>
        dashboardTexts[language].careful.scale(title, cautionSentence(caution, language)),
      );
  });
}
