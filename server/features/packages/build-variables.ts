import { packageDataTexts } from "../../../web/texts/packages.ts";
import type { ValueLabel, Variable } from "../../documents/statistical-data.ts";
import { factColumns } from "../../domain/package/answers-tables.ts";
import type { PackageResponse } from "../../domain/package/package-response.ts";
import { percentOfMaximum } from "../../domain/scoring/lattice.ts";
import { scaleUnits, scoreResponse } from "../../domain/scoring/score-response.ts";
import { inLanguage, type Language } from "../../domain/text.ts";
import { waveKinds } from "../../domain/words.ts";
import type { PackageSource } from "./gather-package.ts";
import { itemColumns } from "./item-variables.ts";

export type Value = string | number | null;

/** A variable as statistics programs know it, and what it holds of a response. Its name need not be theirs yet. */
export interface Column {
  variable: Variable;
  read(response: PackageResponse): Value;
}

export interface Wording {
  language: Language;
  hasOpenTexts: boolean;
}

/** All variables of the statistical file: what the responses are, their answers, and the scores made of them. */
export function buildColumns(source: PackageSource, wording: Wording): Column[] {
  const { document } = source.questionnaire;
  return [
    ...identityColumns(source, wording),
    ...document.items.flatMap((item) => itemColumns(document, item, wording)),
    ...factsOf(source, wording),
    ...scoreColumns(source, wording),
  ];
}

/** A nominal variable whose values are numbered from 1 in the order given. */
export function codedColumn(
  about: { name: string; label: string; values: readonly { value: string; label: string }[] },
  read: (response: PackageResponse) => string,
): Column {
  const values: ValueLabel[] = about.values.map(({ label }, index) => ({
    value: index + 1,
    label,
  }));
  const codes = new Map(about.values.map(({ value }, index) => [value, index + 1]));
  const variable: Variable = { ...about, kind: "number", measure: "nominal", values };
  return { variable, read: (response) => codes.get(read(response)) ?? null };
}

function identityColumns(
  { localities, responses }: PackageSource,
  { language }: Wording,
): Column[] {
  const texts = packageDataTexts[language];
  // Responses of a locality that was withdrawn are in the data too, as excluded ones.
  const keys = new Set([...localities.map(({ key }) => key), ...responses.map((r) => r.locality)]);
  const places = [...keys].map((value) => {
    const label = localities.find(({ key }) => key === value)?.nominative ?? value;
    return { value, label };
  });
  const waves = waveKinds.map((value) => ({ value, label: texts.waves[value] }));
  return [
    {
      variable: { name: "pair", label: texts.pair, kind: "text", measure: "nominal", width: 16 },
      read: ({ pair }) => pair,
    },
    codedColumn({ name: "locality", label: texts.locality, values: places }, (r) => r.locality),
    codedColumn({ name: "wave", label: texts.wave, values: waves }, ({ wave }) => wave),
  ];
}

function factsOf({ consents }: PackageSource, { language }: Wording): Column[] {
  const texts = packageDataTexts[language];
  const [day, channel, form, version, ...consentNames] = factColumns({
    consentKeys: consents.map(({ key }) => key),
    hasOpenTexts: false,
  }) as [string, string, string, string, ...string[]];
  const channels = (["online", "kiosk", "paper", "import"] as const).map((value) => {
    return { value, label: texts.channels[value] };
  });
  return [
    {
      variable: { name: day, label: texts.day, kind: "day", measure: "scale" },
      read: (response) => response.day,
    },
    codedColumn({ name: channel, label: texts.channel, values: channels }, (one) => one.channel),
    {
      variable: { name: form, label: texts.language, kind: "text", measure: "nominal", width: 8 },
      read: (response) => response.language,
    },
    {
      variable: { name: version, label: texts.version, kind: "number", measure: "ordinal" },
      read: (response) => response.version,
    },
    ...consents.map(({ key, text }, index): Column => {
      const values = [
        { value: 0, label: texts.no },
        { value: 1, label: texts.yes },
      ];
      return {
        variable: {
          name: consentNames[index]!,
          label: `${texts.consent}: ${inLanguage(text, language)}`,
          kind: "number",
          measure: "nominal",
          values,
        },
        read: (response) => {
          const isGiven = response.consents[key];
          return isGiven === undefined ? null : Number(isGiven);
        },
      };
    }),
  ];
}

function scoreColumns({ questionnaire }: PackageSource, { language }: Wording): Column[] {
  const { document } = questionnaire;
  return document.scales.map((scale): Column => {
    const { top } = scaleUnits(document, scale);
    const only = { ...document, scales: [scale] };
    const label = packageDataTexts[language].score(inLanguage(scale.title, language));
    return {
      variable: {
        name: `score_${scale.key}`,
        label,
        kind: "number",
        measure: "scale",
        decimals: 2,
      },
      read: ({ answers }) => {
        const score = scoreResponse(only, answers)[0];
        return score ? percentOfMaximum(score.units, top) : null;
      },
    };
  });
}
