import type { BarsChart } from "../../server/domain/annex/chart.ts";
import type { ReleasedItem, ToldChoice } from "../../server/domain/disclosure/figures-tables.ts";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { inLanguage, type Language } from "../../server/domain/text.ts";
import { answerTexts } from "../texts/answers.ts";
import {
  emptyCell,
  type Figure,
  type FigureRow,
  numberCell,
  numberColumn,
  textCell,
  withoutEmptyColumns,
  wordColumn,
} from "./figure.ts";
import { findItem, optionLabels } from "./option-labels.ts";

export interface ItemChoices {
  key: string;
  /** One question of which several options may be chosen, wave by wave. */
  items: readonly ReleasedItem[];
  document: QuestionnaireDocument;
  language: Language;
}

interface ChoiceRow {
  label: string;
  wave: string;
  people: number | null;
  percent: number | null;
  note: string;
}

/** How many people chose each option where several may be chosen; shares add up to more than 100 %. */
export function itemChoicesFigure(input: ItemChoices): Figure {
  const { key, items, document, language } = input;
  const texts = answerTexts[language];
  const item = findItem(document, items[0]?.item ?? "");
  const title = item ? inLanguage(item.text, language) : key;
  const rows = items.flatMap((one) => rowsOf(one, input));
  const answered = items.flatMap((one) => (one.shown ? [one.answered] : []));
  return {
    key,
    title,
    shortTitle: title,
    summary: answered.length > 0 ? texts.choicesSummary(Math.max(...answered)) : texts.nothingShown,
    readings: [],
    chart: rows.some(({ percent }) => percent !== null) ? chartOf(rows, language) : null,
    table: withoutEmptyColumns({
      caption: texts.itemsTable(title),
      columns: [
        wordColumn(texts.option, 4),
        wordColumn(texts.wave, 1),
        ...[texts.people, texts.share].map(numberColumn),
        wordColumn(texts.why, 2),
      ],
      rows: rows.map((row) => tableRow(row, language)),
    }),
    caption: texts.choicesCaption,
    notes: [],
    method: texts.methods.choices,
  };
}

function rowsOf(released: ReleasedItem, { document, language }: ItemChoices): ChoiceRow[] {
  const texts = answerTexts[language];
  const item = findItem(document, released.item);
  const labels = item ? optionLabels(document, item, language) : [];
  const wave = texts.waves[released.wave];
  const blank = { wave, people: null, percent: null };
  if (!released.shown) {
    return [{ ...blank, label: texts.allOptions, note: texts.withheld[released.reason] }];
  }
  const { distribution, answered } = released;
  if (distribution.kind !== "choices") return [];
  return distribution.choices.map((choice) => ({
    ...blank,
    label: labels[choice.option] ?? String(choice.option + 1),
    ...toldOf(choice, answered, texts.choiceWords),
  }));
}

function toldOf(
  choice: ToldChoice,
  answered: number,
  words: Record<"few" | "nearly-all", string>,
): Pick<ChoiceRow, "people" | "percent" | "note"> {
  if (!("people" in choice)) return { people: null, percent: null, note: words[choice.said] };
  const percent = Math.round((100 * choice.people) / answered);
  return { people: choice.people, percent, note: "" };
}

function tableRow(
  { label, wave, people, percent, note }: ChoiceRow,
  language: Language,
): FigureRow {
  return {
    cells: [
      textCell(label),
      textCell(wave),
      numberCell(people, language),
      numberCell(percent, language),
      note ? textCell(note) : emptyCell(),
    ],
    isTotal: false,
    isWithheld: percent === null,
  };
}

function chartOf(rows: readonly ChoiceRow[], language: Language): BarsChart {
  const texts = answerTexts[language];
  const isOneWave = new Set(rows.map(({ wave }) => wave)).size === 1;
  return {
    kind: "bars",
    axis: { title: texts.choiceAxis, minimum: 0, maximum: 100 },
    rows: rows.map(({ label, wave, people, percent, note }) => ({
      label: isOneWave ? label : texts.rowOf(label, wave),
      from: 0,
      parts:
        people === null || percent === null
          ? []
          : [{ text: label, size: percent, people, place: 0.75 }],
      details: [percent === null ? note : `${percent}\u00a0%`],
    })),
    shades: [],
    language,
  };
}
