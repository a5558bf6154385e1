import type { LimeAnswer, LimeQuestion } from "./limesurvey.ts";
import { optionsOf, withWayOut } from "./limesurvey-options.ts";
import type { LimeCommon, LimeReading, LimeRow } from "./limesurvey-reading.ts";
import type { OutlineOption, OutlineQuestion } from "./outline.ts";
import { isEmptyText, joined } from "./plain-text.ts";

/** A table with points above: a rating for each row. */
export function table(
  question: LimeQuestion,
  common: LimeCommon,
  reading: LimeReading,
  options: readonly OutlineOption[],
): LimeRow[] {
  const points = options.map(withWayOut);
  const counted = points.filter(({ wayOut }) => wayOut === undefined);
  const scores = counted.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const isUneven = !scores.every(Number.isInteger) || new Set(scores).size < scores.length;
  if (isUneven) {
    reading.losses.push({
      code: "scores-left-out",
      name: question.code,
      detail: scores.join(", "),
    });
  }
  const plain = isUneven ? points.map(({ score: _, ...point }) => point) : points;
  return rows(question, common, reading, (row) => ({ ...row, kind: "rating", options: plain }));
}

/** A table with two scales side by side: all rows by the first, then all by the second, each under its heading. */
export function dualTable(
  question: LimeQuestion,
  common: LimeCommon,
  reading: LimeReading,
): LimeRow[] {
  const { dualscale_headerA = {}, dualscale_headerB = {} } = question.wordings;
  return [dualscale_headerA, dualscale_headerB].flatMap((header, scale) => {
    const name = scale === 0 ? common.name : `${common.name}_${scale}`;
    const above = { ...common, name, text: joined(common.text, reading.text(header)) };
    const options = optionsOf(question.answers, reading, String(scale));
    return ofScale(question, table(question, above, reading, options), { scale, reading });
  });
}

/** Not numbers: conditions count the scales from 0, and headings of exported answers from 1. */
const scaleLetters = ["A", "B"];

/** LimeSurvey names a cell by question, row and scale. */
function ofScale(
  { code, subquestions }: LimeQuestion,
  found: readonly LimeRow[],
  { scale, reading }: { scale: number; reading: LimeReading },
): LimeRow[] {
  const codes = subquestions.filter((row) => row.scale === "0").map((row) => row.code);
  return found.map((one) => {
    if (one.kind !== "rating") return one;
    const name = `${one.name}_${scaleLetters[scale]}`;
    reading.renamed.set(`${code}_${codes.shift()}_${scale}`, name);
    return { ...one, name };
  });
}

/** A table of numbers, texts or ticks: a question for each of its cells, or for each row where cells are ticked. */
export function grid(question: LimeQuestion, common: LimeCommon, reading: LimeReading): LimeRow[] {
  const columns = question.subquestions.filter(({ scale }) => scale === "1");
  const { type, attributes } = question;
  if (type === ":" && attributes.multiflexible_checkbox === "1") {
    const options = optionsOf(columns, reading, "1");
    const choice = {
      kind: "choice",
      shape: "multiple",
      hasOther: false,
      isShuffled: false,
    } as const;
    return rows(question, common, reading, (row) => ({ ...row, ...choice, options }));
  }
  const make = (cell: LimeCommon): OutlineQuestion =>
    type === ":"
      ? { ...cell, kind: "number", ...limitsOf(attributes) }
      : { ...cell, kind: "text", isLong: false };
  const whole = rows(question, common, reading, make);
  return whole.flatMap((row) => (row.kind === "information" ? [row] : cellsOf(row, columns)));

  function cellsOf(row: LimeRow, across: readonly LimeAnswer[]): LimeRow[] {
    return across.map(({ code, text }) => {
      const name = `${row.name}_${code}`;
      reading.renamed.set(name, name);
      return { ...row, name, text: joined(row.text, reading.text(text)) };
    });
  }
}

function limitsOf(attributes: Record<string, string>) {
  const limit = (name: string) =>
    /^-?\d+$/.test(attributes[name] ?? "") ? Number(attributes[name]) : undefined;
  const [minimum, maximum] = [limit("multiflexible_min"), limit("multiflexible_max")];
  return {
    decimals: attributes.input_boxes === "1" ? 2 : 0,
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

/** A question for each row of a table; what stands above the table becomes a text of its own. */
export function rows(
  question: LimeQuestion,
  common: LimeCommon,
  reading: LimeReading,
  make: (row: LimeCommon) => OutlineQuestion,
): LimeRow[] {
  if (!question.subquestions.some(({ scale }) => scale === "0")) {
    noteEmpty(question, reading);
    return [];
  }
  const above: LimeRow[] = isEmptyText(common.text)
    ? []
    : [{ ...common, name: `${common.name}_text`, kind: "information", isRequired: false }];
  const below = question.subquestions
    .filter(({ scale }) => scale === "0")
    .map(({ code, text, relevance }): LimeRow => {
      const name = rowName(question.code, code, reading);
      const row = make({ ...common, name, text: reading.text(text), help: {} });
      return { ...row, rowRelevance: relevance };
    });
  return [...above, ...below];
}

function noteEmpty({ code: name }: LimeQuestion, { losses }: LimeReading): void {
  const isKnown = losses.some((loss) => loss.code === "choices-too-few" && loss.name === name);
  if (!isKnown) losses.push({ code: "choices-too-few", name, detail: "0" });
}

/** A row keeps its own code where that says something and is nobody else's. */
function rowName(question: string, code: string, { renamed, takenNames }: LimeReading): string {
  const whole = `${question}_${code}`;
  const isTelling = /^[A-Za-z]/.test(code) && !/^(?:SQ|A|Y|X)?\d*$/i.test(code);
  const name = isTelling && !takenNames.has(code) ? code : whole;
  takenNames.add(name);
  renamed.set(whole, name);
  return name;
}
