import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import { rulesOf } from "../questionnaire/kinds/all.ts";
import { otherValue, subFieldOf } from "../questionnaire/kinds/choice-values.ts";
import { itemsByKey } from "../questionnaire/parts.ts";
import type { CsvRecord } from "./csv-records.ts";
import { type Fault, faulty, type Reading } from "./fault.ts";

/** The columns that say whose response a row is; the others are items. */
export const responseColumns: readonly string[] = ["pair", "locality", "wave"];

/** Columns that begin so are somebody's own notes; they are passed over. */
const ownPrefix = "x_";

/** Where an item's cells stand in a row, counted from 0. */
export interface ItemColumns {
  item: Item;
  own: number;
  other: number | undefined;
}

export interface AnswerColumns {
  headings: readonly string[];
  pair: number;
  locality: number;
  wave: number;
  /** In the questionnaire's order; items without a column were not asked of anybody. */
  items: ItemColumns[];
}

/**
 * Finds out what each column of an answers' table is. Unknown and repeated headings are refused, and so is a table
 * that lacks an item of a scale: a mistyped heading would otherwise silently take answers away.
 */
export function readAnswerColumns(
  document: QuestionnaireDocument,
  heading: CsvRecord,
): Reading<AnswerColumns> {
  const headings = heading.cells.map((cell) => cell.trim());
  const faults = [
    ...findStrange(document, { ...heading, cells: headings }),
    ...findLacking(document, { ...heading, cells: headings }),
  ];
  if (faults.length > 0) return faulty(...faults);
  const [pair, locality, wave] = responseColumns.map((name) => headings.indexOf(name));
  const items = document.items.flatMap((item): ItemColumns[] => {
    const own = headings.indexOf(item.key);
    const other = headings.indexOf(subFieldOf(item.key, otherValue));
    return own === -1 ? [] : [{ item, own, other: other === -1 ? undefined : other }];
  });
  return { ok: true, content: { headings, pair: pair!, locality: locality!, wave: wave!, items } };
}

function findStrange(document: QuestionnaireDocument, { line, cells }: CsvRecord): Fault[] {
  const known = new Set([...responseColumns, ...document.items.flatMap(headingsOf)]);
  return cells.flatMap((name, index): Fault[] => {
    const place = { line, column: index + 1, at: name };
    if (cells.indexOf(name) < index) return [{ code: "column-repeated", ...place }];
    if (known.has(name) || name.startsWith(ownPrefix)) return [];
    return [{ code: "column-unknown", ...place }];
  });
}

/** The words for "other" cannot stand without the item; every item of a scale has to be there. */
function findLacking(document: QuestionnaireDocument, { line, cells }: CsvRecord): Fault[] {
  const items = itemsByKey(document);
  const ofScales = new Set(document.scales.flatMap((scale) => scale.items));
  const withWords = [...items.values()].filter((item) =>
    cells.includes(subFieldOf(item.key, otherValue)),
  );
  const needed = [...responseColumns, ...ofScales, ...withWords.map((item) => item.key)];
  return [...new Set(needed)]
    .filter((name) => !cells.includes(name))
    .map((name) => ({ code: "column-missing", line, at: name }));
}

/** The headings under which an item's cells stand: none for what asks nothing. */
export function headingsOf(item: Item): string[] {
  if (!rulesOf(item).isAsked) return [];
  const hasOther = "hasOther" in item && item.hasOther;
  return hasOther ? [item.key, subFieldOf(item.key, otherValue)] : [item.key];
}
