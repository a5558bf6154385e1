import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import type { Answer, Answers } from "../response/answers.ts";
import type { WaveKind } from "../words.ts";
import { type EarlierChoices, waveOf } from "./choices.ts";
import { type EarlierReading, readEarlierCell } from "./earlier-cell.ts";
import { fold } from "./fold.ts";
import { firstRowOf } from "./heads.ts";
import { columnsOfItem, type EarlierColumns, joinTicks } from "./option-columns.ts";

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
  /** By field (an item's key, or an option's column) the cells that mean nothing to us, and how often each occurs. */
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
  const rows = readRowByRow(table);
  for (;;) {
    const { done, value } = rows.next();
    if (done) return value;
  }
}

/** The same with a pause after every row, so that whoever reads very many can let others do something between. */
export function* readRowByRow(table: EarlierTable): Generator<undefined, EarlierReadings> {
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
    columnsOf: rememberingColumns(choices),
    readCell: rememberingReader(choices),
    people: new Map<string, Person>(),
  };
  for (let at = firstRowOf(choices); at < rows.length; at++) {
    const cells = rows[at]!;
    if (cells.some((cell) => cell.trim() !== "")) readRow(cells, at + 1, reading);
    yield;
  }
  return readings;
}

interface Person {
  localityId: string;
  waves: Partial<Record<WaveKind, number>>;
}

interface Reading {
  table: EarlierTable;
  readings: EarlierReadings;
  columnsOf: ReturnType<typeof rememberingColumns>;
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
  const answers: Answers = {};
  const faults: EarlierFault[] = [];
  for (const columns of reading.columnsOf(document)) {
    const { key } = columns.item;
    const read = readItem(cells, columns, { reading, document });
    if ("answer" in read) answers[key] = read.answer;
    else {
      noteUnknown(reading.readings.unknownValues, read.field, read.cell);
      faults.push({ row, code: "value-unknown", cell: read.cell, about: read.field });
    }
  }
  return { answers, faults };
}

type ItemReading = { answer: Answer } | { field: string; cell: string };

function readItem(
  cells: readonly string[],
  columns: EarlierColumns,
  { reading, document }: { reading: Reading; document: QuestionnaireDocument },
): ItemReading {
  const { item, own, other, options, places } = columns;
  if (own === -1 && options.length === 0 && places.length === 0)
    return { answer: { missing: "not-asked" } };
  const cellAt = (at: number) => (at === -1 ? "" : (cells[at] ?? "").trim());
  const ticks = joinTicks(columns, cells, reading.table.choices.values);
  if ("unknown" in ticks) return ticks.unknown;
  const texts = { own: own === -1 ? ticks.own : cellAt(own), other: cellAt(other) };
  const read = reading.readCell(document, item, texts);
  return "answer" in read ? read : { field: item.key, cell: texts.own };
}

function noteUnknown(unknown: EarlierReadings["unknownValues"], field: string, cell: string): void {
  const cells = unknown.get(field) ?? new Map<string, number>();
  cells.set(cell, (cells.get(cell) ?? 0) + 1);
  unknown.set(field, cells);
}

/** Where the cells of a version's items stand is found once for all rows. */
function rememberingColumns({ columns }: EarlierChoices) {
  const known = new Map<QuestionnaireDocument, EarlierColumns[]>();
  return (document: QuestionnaireDocument): EarlierColumns[] => {
    const found = known.get(document) ?? document.items.map((item) => columnsOfItem(item, columns));
    known.set(document, found);
    return found;
  };
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
