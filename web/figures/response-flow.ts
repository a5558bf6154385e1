import type { BarsChart } from "../../server/domain/annex/chart.ts";
import type { Language } from "../../server/domain/text.ts";
import { qualityTexts } from "../texts/quality.ts";
import {
  emptyCell,
  type Figure,
  numberCell,
  numberColumn,
  textCell,
  wordColumn,
} from "./figure.ts";
import {
  type ParticipationInput,
  type Told,
  toldCell,
  toldWords,
  totalOf,
} from "./participation.ts";

export const responseFlowKey = "response-flow";

const steps = ["enrolled", "before", "after", "pairs", "followup"] as const;

type Step = { name: (typeof steps)[number]; told: Told };

/** From those invited to those whose change can be seen: counts of the whole programme, in steps while a wave is open. */
export function responseFlowFigure({
  participation,
  language,
}: Pick<ParticipationInput, "participation" | "language">): Figure {
  const texts = qualityTexts[language].flow;
  const all = steps.map((name) => ({ name, told: totalOf(participation, name) }));
  const wordsOf = (wanted: Step["name"]) =>
    toldWords(all.find(({ name }) => name === wanted)!.told, language);
  return {
    key: responseFlowKey,
    title: texts.title,
    shortTitle: texts.title,
    summary: texts.summary(wordsOf("pairs"), wordsOf("enrolled")),
    readings: [],
    chart: chartOf(all, language),
    table: { caption: texts.table, ...tableOf(all, language) },
    caption: texts.caption,
    notes: [],
    method: texts.method,
  };
}

function tableOf(all: readonly Step[], language: Language) {
  const texts = qualityTexts[language];
  const enrolled = all[0]!.told;
  return {
    columns: [
      wordColumn(texts.flow.step, 3),
      ...[texts.people, texts.flow.share].map(numberColumn),
    ],
    rows: all.map(({ name, told }) => ({
      cells: [
        textCell(texts.flow.steps[name]),
        toldCell(told, language),
        isExact(told) && enrolled.low > 0
          ? numberCell(Math.round((100 * told.low) / enrolled.low), language)
          : emptyCell(),
      ],
      isTotal: false,
      isWithheld: false,
    })),
  };
}

/** A count that is only known as a step is written, not drawn: a bar would look exact. */
function chartOf(all: readonly Step[], language: Language): BarsChart {
  const texts = qualityTexts[language];
  return {
    kind: "bars",
    axis: {
      title: texts.flow.axis,
      minimum: 0,
      maximum: Math.max(10, Math.ceil(Math.max(...all.map(({ told }) => told.high)) / 10) * 10),
    },
    rows: all.map(({ name, told }) => ({
      label: texts.flow.steps[name],
      from: 0,
      parts: isExact(told)
        ? [
            {
              text: texts.people,
              size: told.low,
              people: told.low,
              place: name === "pairs" ? 1 : 0.5,
            },
          ]
        : [],
      details: [toldWords(told, language)],
    })),
    shades: [],
    language,
    detailTitles: [texts.people],
  };
}

function isExact({ low, high }: Told): boolean {
  return low === high;
}
