import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import { otherValue, subFieldOf } from "../questionnaire/kinds/choice-values.ts";
import type { Answers } from "../response/answers.ts";
import type { WaveKind } from "../words.ts";
import { type EarlierChoices, fold, waveOf } from "./choices.ts";
import { type EarlierReading, readEarlierCell } from "./earlier-cell.ts";

export interface EarlierResponse {
  /** The row of the sheet, counted from 1. */
  row: number;
  /** The code in the file, by which waves pair; empty where the row has none and so pairs with nothing. */
  code: string;
  wave: WaveKind;
  localityId: string;
  answers: Answers;
}

export type EarlierFaultCode =
  | "wave-unknown"
  | "wave-not-there"
  | "locality-unknown"
  | "locality-differs"
  | "repeated"
  | "value-unknown";

export interface EarlierFault {
  row: number;
  code: EarlierFaultCode;
  /** The cell as it is written, and the item or the row that it is about. */
  cell: string;
  about?: string;
}

export interface EarlierReadings {
  responses: EarlierResponse[];
  faults: EarlierFault[];
  /** How many rows have no code. */
  withoutCode: number;
  /** By item the cells that mean nothing to us, and how often each occurs. */
  unknownValues: Map<string, Map<string, number>>;
}

export interface EarlierTable {
  rows: readonly (readonly string[])[];
  choices: EarlierChoices;
  documents: Partial<Record<WaveKind, QuestionnaireDocument>>;
  localities: readonly {
    id: string;
    key: string;
    nominative: string;
    genitive: string;
    locative: string;
  }[];
}

/** Reads the rows below the headings. A row with a fault is left out whole; all others stand for themselves. */
export function readEarlierRows(table: EarlierTable): EarlierReadings {
  const { rows, choices } = table;
  const readings: EarlierReadings = {
    responses: [],
    faults: [],
    withoutCode: 0,
    unknownValues: new Map(),
  };
  const reading = {
    table,
    readings,
    readCell: rememberingReader(choices),
    people: new Map<string, Person>(),
  };
  rows.slice(choices.headRow).forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return;
    readRow(cells, choices.headRow + index + 1, reading);
  });
  return readings;
}

interface Person {
  localityId: string;
  waves: Partial<Record<WaveKind, number>>;
}

interface Reading {
  table: EarlierTable;
  readings: EarlierReadings;
  readCell: ReturnType<typeof rememberingReader>;
  people: Map<string, Person>;
}

function readRow(cells: readonly string[], row: number, reading: Reading): void {
  const { readings } = reading;
  const identity = readIdentity(cells, row, reading);
  if ("row" in identity && "cell" in identity) {
    readings.faults.push(identity);
    return;
  }
  const { document, ...whose } = identity;
  const read = readAnswers(cells, row, { reading, document });
  readings.faults.push(...read.faults);
  if (read.faults.length > 0) return;
  if (whose.code === "") readings.withoutCode += 1;
  readings.responses.push({ row, ...whose, answers: read.answers });
}

type Identity = Pick<EarlierResponse, "code" | "wave" | "localityId"> & {
  document: QuestionnaireDocument;
};

function readIdentity(
  cells: readonly string[],
  row: number,
  reading: Reading,
): Identity | EarlierFault {
  const { choices, documents, localities } = reading.table;
  const cellOf = (field: string) => (cells[choices.columns.indexOf(field)] ?? "").trim();
  const [code, waveCell] = [cellOf("code"), cellOf("wave")];
  const wave = choices.columns.includes("wave") ? waveOf(waveCell) : choices.wave || undefined;
  if (!wave) return { row, code: "wave-unknown", cell: waveCell };
  const document = documents[wave];
  if (!document) return { row, code: "wave-not-there", cell: waveCell || wave };
  const isNamed = choices.columns.includes("locality");
  const localityCell = isNamed ? cellOf("locality") : choices.locality;
  const locality = localities.find((one) => isCalled(one, localityCell));
  if (!locality) return { row, code: "locality-unknown", cell: localityCell };
  const identity = { code, wave, localityId: locality.id };
  return meetAgain(identity, row, reading.people) ?? { ...identity, document };
}

function isCalled(
  { key, nominative, genitive, locative }: EarlierTable["localities"][number],
  cell: string,
): boolean {
  const folded = fold(cell);
  return [key, nominative, genitive, locative].some((name) => fold(name) === folded);
}

/** A person has one locality, and one response a wave. */
function meetAgain(
  { code, wave, localityId }: Pick<EarlierResponse, "code" | "wave" | "localityId">,
  row: number,
  people: Map<string, Person>,
): EarlierFault | undefined {
  if (code === "") return undefined;
  const person: Person = people.get(code) ?? { localityId, waves: {} };
  const before = person.waves[wave];
  if (before !== undefined) return { row, code: "repeated", cell: code, about: String(before) };
  if (person.localityId !== localityId) return { row, code: "locality-differs", cell: code };
  person.waves[wave] = row;
  people.set(code, person);
  return undefined;
}

function readAnswers(
  cells: readonly string[],
  row: number,
  { reading, document }: { reading: Reading; document: QuestionnaireDocument },
): { answers: Answers; faults: EarlierFault[] } {
  const { columns } = reading.table.choices;
  const answers: Answers = {};
  const faults: EarlierFault[] = [];
  for (const item of document.items) {
    const own = columns.indexOf(item.key);
    if (own === -1) {
      answers[item.key] = { missing: "not-asked" };
      continue;
    }
    const other = columns.indexOf(subFieldOf(item.key, otherValue));
    const texts = {
      own: (cells[own] ?? "").trim(),
      other: other === -1 ? "" : (cells[other] ?? "").trim(),
    };
    const read = reading.readCell(document, item, texts);
    if ("answer" in read) answers[item.key] = read.answer;
    else {
      noteUnknown(reading.readings.unknownValues, item.key, texts.own);
      faults.push({ row, code: "value-unknown", cell: texts.own, about: item.key });
    }
  }
  return { answers, faults };
}

function noteUnknown(unknown: EarlierReadings["unknownValues"], item: string, cell: string): void {
  const cells = unknown.get(item) ?? new Map<string, number>();
  cells.set(cell, (cells.get(cell) ?? 0) + 1);
  unknown.set(item, cells);
}

/** Twenty thousand people give the same few answers: each is judged once. */
function rememberingReader({ values }: EarlierChoices) {
  const known = new Map<Item, Map<string, EarlierReading>>();
  return (
    document: QuestionnaireDocument,
    item: Item,
    { own, other }: { own: string; other: string },
  ) => {
    const meanings = values[item.key];
    if (other !== "") return readEarlierCell(document, item, { own, other, meanings });
    const readings = known.get(item) ?? new Map<string, EarlierReading>();
    known.set(item, readings);
    const read = readings.get(own) ?? readEarlierCell(document, item, { own, other, meanings });
    if (readings.size < 10_000) readings.set(own, read);
    return read;
  };
}
