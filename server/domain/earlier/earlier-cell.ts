import { readAnswerCells } from "../analysis/answer-cell.ts";
import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import type { Answer } from "../response/answers.ts";
import type { Text } from "../text.ts";
import { fold } from "./fold.ts";

export type EarlierReading = { answer: Answer } | { code: string };

/** Cells that say that there is nothing. */
const nothing = new Set([
  "",
  "-",
  "–",
  "—",
  "n/a",
  "na",
  "nan",
  "null",
  "#n/a",
  ".",
  "tuscia",
  "nera",
]);

/**
 * Reads a cell of an earlier survey: by what somebody said it means, else as our own value, an option's label in any
 * language, or a number before a label ("4 – sutinku"). It passes the very rules that forms are read by.
 */
export function readEarlierCell(
  document: QuestionnaireDocument,
  item: Item,
  {
    own,
    other,
    meanings,
  }: { own: string; other: string; meanings: Record<string, string> | undefined },
): EarlierReading {
  const meant = meanings?.[own];
  const value = meant ?? proposeValue(document, item, own);
  const reading = readAnswerCells(document, item, { own: value, other });
  return "answer" in reading ? reading : { code: reading.code };
}

/** A cell in the words of our own answer files; a cell that means nothing to us comes back as it is. */
export function proposeValue(document: QuestionnaireDocument, item: Item, cell: string): string {
  if (item.kind === "short-text" || item.kind === "long-text") {
    return cell.startsWith("~") ? `~${cell}` : cell;
  }
  if (nothing.has(fold(cell)) || nothing.has(cell.trim().toLowerCase())) return "";
  switch (item.kind) {
    case "number":
      return cell.replace(/[\s\u00a0]/g, "");
    case "date":
      return cell.replace(/^(\d{4})[./](\d{1,2})[./](\d{1,2})\.?$/, isoDay).slice(0, 10);
    case "consent":
      return proposeConsent(cell);
    case "multiple":
    case "ranking":
      return proposeSeveral(document, item, cell);
    default:
      return proposeOne(document, item, cell) ?? cell;
  }
}

function isoDay(_whole: string, year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function proposeConsent(cell: string): string {
  const folded = fold(cell);
  if (["taip", "yes", "1", "true", "given", "sutinku", "y", "x"].includes(folded)) return "given";
  return ["ne", "no", "0", "false", "nesutinku", "n"].includes(folded) ? "" : cell;
}

function proposeSeveral(document: QuestionnaireDocument, item: Item, cell: string): string {
  for (const separator of ["|", ";", ",", " "]) {
    const parts = cell
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    const values = parts.map((part) => proposeOne(document, item, part));
    if (values.length > 0 && values.every((value) => value !== undefined)) return values.join("|");
  }
  return splitByLabels(document, item, cell) ?? cell;
}

const mostParts = 40;

/** Services join labels by a comma though labels hold commas: the longest label that fits is taken, again and again. */
function splitByLabels(
  document: QuestionnaireDocument,
  item: Item,
  cell: string,
): string | undefined {
  const labels = optionsOfItem(document, item)
    .flatMap(({ value, label }) =>
      Object.values(label).map((text) => ({ value, text: plain(text) })),
    )
    .filter(({ text }) => text !== "")
    .sort((a, b) => b.text.length - a.text.length);
  const found: string[] = [];
  let rest = plain(cell);
  while (rest !== "" && found.length < mostParts) {
    const next = labels.find(
      ({ text }) => rest.startsWith(text) && /^(?:\s*[,;]\s*|$)/.test(rest.slice(text.length)),
    );
    if (!next) return undefined;
    found.push(next.value);
    rest = rest.slice(next.text.length).replace(/^\s*[,;]\s*/, "");
  }
  return rest === "" && found.length > 0 ? found.join("|") : undefined;
}

function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

function proposeOne(document: QuestionnaireDocument, item: Item, cell: string): string | undefined {
  const meanings = meaningsOf(document, item);
  const direct = meanings.get(fold(cell));
  if (direct !== undefined) return direct;
  const number = /^(-?\d{1,4})(?:[.,]0+)?(?:\s*[-–.):]\s*\D.*)?$/.exec(cell.trim())?.[1];
  return number === undefined ? undefined : meanings.get(fold(number));
}

/** What people may have written for each answer of an item, by its folded form. */
function meaningsOf(document: QuestionnaireDocument, item: Item): Map<string, string> {
  const meanings = new Map<string, string>();
  for (const { value, label } of optionsOfItem(document, item)) {
    for (const wording of Object.values(label)) meanings.set(fold(wording), value);
  }
  for (const { value } of optionsOfItem(document, item)) meanings.set(fold(value), value);
  return meanings;
}

/** The answers of an item as its own values with their labels, ways out included; none where it is not chosen from. */
export function optionsOfItem(
  document: QuestionnaireDocument,
  item: Item,
): { value: string; label: Text }[] {
  switch (item.kind) {
    case "rating": {
      const set = document.answerSets[item.answerSet];
      return [
        ...(set?.points ?? []).map(({ value, label }) => ({ value: String(value), label })),
        ...(set?.noOpportunity ? [{ value: "no-opportunity", label: set.noOpportunity }] : []),
        ...(set?.cannotAnswer ? [{ value: "~cannot-answer", label: set.cannotAnswer }] : []),
      ];
    }
    case "knowledge":
      return [
        ...item.options,
        ...(item.dontKnow ? [{ value: "~dont-know", label: item.dontKnow }] : []),
      ];
    case "single":
    case "multiple": {
      const other = { value: "other", label: { lt: "Kita", en: "Other" } };
      return [...item.options, ...(item.hasOther ? [other] : [])];
    }
    case "ranking":
      return [...item.options];
    case "recommendation":
      return Array.from({ length: 11 }, (_, number) => ({ value: String(number), label: {} }));
    default:
      return [];
  }
}
