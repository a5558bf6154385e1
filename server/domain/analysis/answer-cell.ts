import type { Item, ItemKind, QuestionnaireDocument } from "../questionnaire/document.ts";
import { rulesOf } from "../questionnaire/kinds/all.ts";
import { chosenIn, otherIn, otherValue, subFieldOf } from "../questionnaire/kinds/choice-values.ts";
import { type Answer, isMissing, type MissingCode, missingCodes } from "../response/answers.ts";
import type { FormFields } from "../response/form-fields.ts";
import type { Fault } from "./fault.ts";
import { valuesOf } from "./item-values.ts";

/** The cells of one item in one row: its own, and that of the words for "other" (empty where it has none). */
export interface AnswerCells {
  own: string;
  other: string;
}

export type CellReading = { answer: Answer } | Pick<Fault, "code" | "detail">;

/** Begins a missing code; an answer in free words that begins so begins with two. */
const missingMark = "~";
/** Between several options. */
const optionMark = "|";
const wordKinds: readonly ItemKind[] = ["short-text", "long-text"];

/**
 * Reads one item's cells by the rules that forms are read by, so that a file can say nothing that a participant could
 * not have. An empty cell is `skipped`; `~not-reached`, `~cannot-answer` and so on are the other missing codes.
 */
export function readAnswerCells(
  document: QuestionnaireDocument,
  item: Item,
  { own, other }: AnswerCells,
): CellReading {
  const isWords = wordKinds.includes(item.kind);
  if (own.startsWith(missingMark) && !(isWords && own.startsWith("~~"))) {
    return other === "" ? readMissing(document, item, own) : { code: "words-beside-missing" };
  }
  if (own === "" && other === "") return { answer: { missing: "skipped" } };
  const fields = fieldsOf(item, { own: isWords ? own.replace(/^~~/, missingMark) : own, other });
  if (fields === undefined) return notAnOption(document, item, own);
  const reading = rulesOf(item).read(item, fields, document);
  if ("answer" in reading) return { answer: reading.answer ?? { missing: "skipped" } };
  const { code, detail } = reading.mistake;
  if (code === "not-an-option") return notAnOption(document, item, own);
  return { code, detail: { ...detail, cell: own } };
}

function notAnOption(document: QuestionnaireDocument, item: Item, cell: string): CellReading {
  const allowed = (valuesOf(document, item) ?? []).join(", ");
  return { code: "not-an-option", detail: { cell, allowed } };
}

function readMissing(document: QuestionnaireDocument, item: Item, cell: string): CellReading {
  const code = missingCodes.find((each) => cell === missingMark + each);
  if (!code) return { code: "missing-code-unknown", detail: { cell } };
  if (!isOffered(document, item, code))
    return { code: "missing-code-not-offered", detail: { cell } };
  return { answer: { missing: code } };
}

/** Nobody can have chosen "cannot answer" or "I don't know" where it was not on the sheet. */
function isOffered(document: QuestionnaireDocument, item: Item, code: MissingCode): boolean {
  if (code === "cannot-answer") {
    return item.kind === "rating" && !!document.answerSets[item.answerSet]?.cannotAnswer;
  }
  return code !== "dont-know" || (item.kind === "knowledge" && !!item.dontKnow);
}

/** A row's cells as the form fields they stand for; undefined where a ranking names what is no option of it. */
function fieldsOf(item: Item, { own, other }: AnswerCells): FormFields | undefined {
  if (item.kind === "ranking") return placesOf(item.options, splitOptions(own), item.key);
  const fields = new Map<string, string[]>();
  fields.set(item.key, item.kind === "multiple" ? splitOptions(own) : [own]);
  if (other !== "") fields.set(subFieldOf(item.key, otherValue), [other]);
  return fields;
}

function placesOf(options: readonly { value: string }[], order: string[], key: string) {
  const isKnown = order.every((value) => options.some((option) => option.value === value));
  const fields = order.map((value, i) => [subFieldOf(key, value), [String(i + 1)]] as const);
  return isKnown ? new Map(fields) : undefined;
}

function splitOptions(cell: string): string[] {
  return cell.split(optionMark).map((value) => value.trim());
}

/** An answer as its own cell: what `readAnswerCells` reads back. Null is an empty cell. */
export function answerCell(item: Item, answer: Answer): string | number | null {
  if (isMissing(answer)) {
    return answer.missing === "skipped" ? null : missingMark + answer.missing;
  }
  if (typeof answer === "number") return answer;
  if (typeof answer !== "string") return chosenIn(answer).join(optionMark);
  const isMarked = wordKinds.includes(item.kind) && answer.startsWith(missingMark);
  return isMarked ? missingMark + answer : answer;
}

/** The words for "other" as a cell of their own. */
export function otherCell(answer: Answer): string | null {
  return otherIn(answer) || null;
}
