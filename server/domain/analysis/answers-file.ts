import type { Item, QuestionnaireDocument } from "../questionnaire/document.ts";
import type { Answer, Answers } from "../response/answers.ts";
import { type WaveKind, waveKinds } from "../words.ts";
import { type CellReading, readAnswerCells } from "./answer-cell.ts";
import { type AnswerColumns, readAnswerColumns } from "./answer-columns.ts";
import { type CsvRecord, readCsvRecords, separatorOf } from "./csv-records.ts";
import { type Fault, isFault } from "./fault.ts";

/** One person's sheet in one wave, as a row of the answers' table has it. */
export interface FiledResponse {
  pair: string;
  locality: string;
  wave: WaveKind;
  /** For every item of the questionnaire: an answer, or why there is none. */
  answers: Answers;
}

/** What rows are read against. */
interface Table {
  document: QuestionnaireDocument;
  columns: AnswerColumns;
  readCells: CellReader;
  people: Map<string, Person>;
  /** Localities that may occur; any where no list of the enrolled was given. */
  localities: ReadonlySet<string> | undefined;
  /** Those that occurred and may not: each is told once, not once a row. */
  strangers: Set<string>;
}

/** Where a pairing code was met before. */
interface Person {
  locality: string;
  lines: Partial<Record<WaveKind, number>>;
}

/**
 * The responses of an answers' table ("long by response", docs/DATA.md), one after the other, with what is wrong in
 * between. Each row stands for itself: their order makes no difference.
 */
export function* readResponses(
  document: QuestionnaireDocument,
  text: string,
  localities?: ReadonlySet<string>,
): Generator<FiledResponse | Fault> {
  const records = readCsvRecords(text, separatorOf(text));
  const heading = records.next().value;
  if (!heading || isFault(heading)) return yield heading ?? { code: "empty-file", line: 1 };
  const columns = readAnswerColumns(document, heading);
  if (!columns.ok) return yield* columns.faults;
  const readCells = rememberingReader(document);
  const table = {
    document,
    columns: columns.content,
    readCells,
    people: new Map(),
    localities,
    strangers: new Set<string>(),
  };
  let rows = 0;
  for (const record of records) {
    rows++;
    if (isFault(record)) yield record;
    else yield* readRow(table, record);
  }
  if (rows === 0) yield { code: "no-rows", line: heading.line };
}

function* readRow(table: Table, record: CsvRecord): Generator<FiledResponse | Fault> {
  const { headings } = table.columns;
  const { line, cells } = record;
  if (cells.length !== headings.length) {
    const detail = { expected: headings.length, found: cells.length };
    return yield { code: "cell-count", line, detail };
  }
  const identity = readIdentity(table, record);
  if (Array.isArray(identity)) return yield* identity;
  const { answers, faults } = readAnswerRow(table, record, identity.wave);
  if (faults.length > 0) return yield* faults;
  yield { ...identity, answers };
}

type Identity = Pick<FiledResponse, "pair" | "locality" | "wave">;

/** Whose response it is, in which wave; a person has one locality and one response a wave. */
function readIdentity(table: Table, { line, cells }: CsvRecord): Identity | Fault[] {
  const { columns, document, localities } = table;
  const name = (index: number) => cells[index]!.trim().normalize("NFC");
  const [pair, locality, written] = [
    name(columns.pair),
    name(columns.locality),
    name(columns.wave),
  ];
  const at = (index: number) => ({ line, column: index + 1, at: columns.headings[index]! });
  const wave = waveKinds.find((kind) => kind === written);
  if (pair === "") return [{ code: "cell-empty", ...at(columns.pair) }];
  if (locality === "") return [{ code: "cell-empty", ...at(columns.locality) }];
  if (localities && !localities.has(locality)) {
    if (table.strangers.has(locality)) return [];
    table.strangers.add(locality);
    return [{ code: "locality-not-enrolled", ...at(columns.locality), detail: { locality } }];
  }
  if (!wave) return [{ code: "wave-unknown", ...at(columns.wave), detail: { cell: written } }];
  if (!document.waves[wave]) {
    return [{ code: "wave-not-in-questionnaire", ...at(columns.wave), detail: { wave } }];
  }
  const fault = meetAgain(table, { pair, locality, wave }, line);
  return fault ? [{ ...at(columns[fault.column]), ...fault.fault }] : { pair, locality, wave };
}

type Meeting = { column: "pair" | "locality"; fault: Pick<Fault, "code" | "detail"> };

function meetAgain(table: Table, { pair, locality, wave }: Identity, line: number) {
  const person: Person = table.people.get(pair) ?? { locality, lines: {} };
  const before = person.lines[wave];
  let meeting: Meeting | undefined;
  if (before !== undefined) {
    const detail = { pair, wave, line: before };
    meeting = { column: "pair", fault: { code: "response-repeated", detail } };
  } else if (person.locality !== locality) {
    const detail = { pair, locality: person.locality, line: Object.values(person.lines)[0]! };
    meeting = { column: "locality", fault: { code: "locality-differs", detail } };
  } else {
    person.lines[wave] = line;
    table.people.set(pair, person);
  }
  return meeting;
}

function readAnswerRow(table: Table, { line, cells }: CsvRecord, wave: WaveKind) {
  const answers: Answers = {};
  const faults: Fault[] = [];
  for (const item of table.document.items) answers[item.key] = notAsked;
  for (const { item, own, other } of table.columns.items) {
    const texts = {
      own: cells[own]!.trim(),
      other: other === undefined ? "" : cells[other]!.trim(),
    };
    const reading = item.waves.includes(wave)
      ? table.readCells(item, texts)
      : readUnasked(texts, wave);
    if ("answer" in reading) answers[item.key] = reading.answer;
    else faults.push({ line, column: own + 1, at: item.key, ...reading });
  }
  return { answers, faults };
}

const notAsked: Answer = { missing: "not-asked" };

/** In a wave that does not ask the item there is nothing to say. */
function readUnasked({ own, other }: Cells, wave: WaveKind): CellReading {
  if ((own === "" || own === "~not-asked") && other === "") return { answer: notAsked };
  return { code: "not-asked-in-wave", detail: { wave, cell: own || other } };
}

type Cells = { own: string; other: string };
type CellReader = (item: Item, cells: Cells) => CellReading;

/** A hundred thousand people give the same few answers: each is judged once. Free words and numbers are not kept. */
function rememberingReader(document: QuestionnaireDocument): CellReader {
  const known = new Map<Item, Map<string, CellReading>>();
  return (item, cells) => {
    if (cells.other !== "" || freeKinds.has(item.kind))
      return readAnswerCells(document, item, cells);
    const readings = known.get(item) ?? new Map<string, CellReading>();
    known.set(item, readings);
    const reading = readings.get(cells.own) ?? readAnswerCells(document, item, cells);
    readings.set(cells.own, reading);
    return reading;
  };
}

const freeKinds = new Set<Item["kind"]>(["short-text", "long-text", "number", "date"]);
