import type { BarPart, BarShade, BarsChart, BarsRow } from "../../server/domain/annex/chart.ts";
import type { ReleasedItem } from "../../server/domain/disclosure/figures-tables.ts";
import type { Item, QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { inLanguage, type Language } from "../../server/domain/text.ts";
import { answerTexts } from "../texts/answers.ts";
import { findItem, joinOptions, optionLabels } from "./option-labels.ts";

interface BarsInput {
  items: readonly ReleasedItem[];
  document: QuestionnaireDocument;
  language: Language;
}

type ShownItem = Extract<ReleasedItem, { shown: true }>;

/**
 * Answers as bars in percent, the waves of an item below each other. Where answers have a middle ("neither agree nor
 * disagree"), bars lie around it, so that a move shows as a shift to one side (Heiberger & Robbins 2014).
 */
export function itemBarsChart(input: BarsInput): BarsChart {
  const { items, document, language } = input;
  const texts = answerTexts[language];
  const isDiverging = items.some(({ item }) => hasMiddle(findItem(document, item), document));
  return {
    kind: "bars",
    axis: {
      title: isDiverging ? texts.divergingAxis : texts.shareAxis,
      minimum: isDiverging ? -100 : 0,
      maximum: 100,
    },
    rows: items.map((item, index) => rowOf(item, labelOf(item, items[index - 1], input), input)),
    shades: shadesOf(input),
    language,
    detailTitles: [texts.answered],
  };
}

/** An item that stands in several waves is named once. */
function labelOf(
  { item: key, wave }: ReleasedItem,
  before: ReleasedItem | undefined,
  { items, document, language }: BarsInput,
): string {
  const texts = answerTexts[language];
  const item = findItem(document, key);
  const text = item ? inLanguage(item.text, language) : key;
  if (items.filter((one) => one.item === key).length === 1) return text;
  // A statement's full stop would stand in the middle of the row's name.
  return before?.item === key
    ? texts.waves[wave]
    : texts.rowOf(text.replace(/\.$/u, ""), texts.waves[wave]);
}

function rowOf(item: ReleasedItem, label: string, input: BarsInput): BarsRow {
  const texts = answerTexts[input.language];
  if (!item.shown) return { label, from: 0, parts: [], details: [texts.withheld[item.reason]] };
  const labels = labelsOf(item, input);
  const { distribution } = item;
  if (distribution.kind === "nearly-all") {
    const said = texts.nearlyAll(joinOptions([distribution.option], labels));
    return { label, from: 0, parts: [], details: [said] };
  }
  const parts = partsOf(item, labels, input);
  const from = hasMiddle(findItem(input.document, item.item), input.document) ? leftOf(parts) : 0;
  return { label, from, parts, details: [String(item.answered)] };
}

function partsOf(item: ShownItem, labels: readonly string[], input: BarsInput): BarPart[] {
  const { distribution } = item;
  if (distribution.kind !== "bars") return [];
  const points = pointCount(item, labels, input);
  return distribution.bars.map(({ options, people }) => ({
    text: joinOptions(options, labels),
    size: (100 * people) / item.answered,
    people,
    place: placeOf(options, points),
  }));
}

/** Everybody below the middle lies left of it, and half of those on it. */
function leftOf(parts: readonly BarPart[]): number {
  const left = parts.reduce((sum, { place, size }) => {
    if (place === null || place > 0.5) return sum;
    return sum + (place === 0.5 ? size / 2 : size);
  }, 0);
  return left === 0 ? 0 : -left;
}

/** Between the lowest point (0) and the highest (1); an option beside the points has no place among them. */
function placeOf(options: readonly number[], points: number): number | null {
  const onScale = options.filter((option) => option < points);
  if (onScale.length === 0) return null;
  const mean = onScale.reduce((sum, option) => sum + option, 0) / onScale.length;
  return mean / Math.max(points - 1, 1);
}

function pointCount({ item: key }: ReleasedItem, labels: readonly string[], input: BarsInput) {
  const item = findItem(input.document, key);
  return hasExtra(item, input.document) ? labels.length - 1 : labels.length;
}

function hasExtra(item: Item | undefined, { answerSets }: QuestionnaireDocument): boolean {
  return item?.kind === "rating" && answerSets[item.answerSet]?.noOpportunity !== undefined;
}

/** Ratings with as many points below the middle as above it; how often something was done has no middle. */
function hasMiddle(item: Item | undefined, document: QuestionnaireDocument): boolean {
  if (item?.kind === "recommendation") return true;
  if (item?.kind !== "rating" || hasExtra(item, document)) return false;
  return (document.answerSets[item.answerSet]?.points.length ?? 0) % 2 === 1;
}

/** One meaning a shade. */
function shadesOf(input: BarsInput): BarShade[] {
  const [first] = input.items;
  if (!first) return [];
  const labels = labelsOf(first, input);
  const points = pointCount(first, labels, input);
  return labels.map((text, option) => ({ text, place: placeOf([option], points) }));
}

function labelsOf({ item: key }: ReleasedItem, { document, language }: BarsInput): string[] {
  const item = findItem(document, key);
  return item ? optionLabels(document, item, language) : [];
}
