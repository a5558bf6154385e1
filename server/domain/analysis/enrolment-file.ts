import { type WaveKind, waveKinds } from "../words.ts";
import { type CsvRecord, readCsvRecords, separatorOf } from "./csv-records.ts";
import { type Fault, faulty, isFault, mostFaults, type Reading } from "./fault.ts";

/** How many cycle participants a locality has, in the programme's own order of localities. */
export interface LocalityEnrolment {
  locality: string;
  enrolled: number;
  /** Waves that have closed in this locality; undefined where the file does not say. */
  closedWaves?: WaveKind[];
}

type Column = "locality" | "enrolled" | "closed";
type Columns = Record<Column, number>;

/** Reads the table of localities: `locality`, `enrolled`, and where it matters `closed` (`before|after`). */
export function readEnrolments(text: string): Reading<LocalityEnrolment[]> {
  const [heading, ...records] = readCsvRecords(text, separatorOf(text));
  if (!heading || isFault(heading)) return faulty(heading ?? { code: "empty-file", line: 1 });
  const headings = heading.cells.map((cell) => cell.trim());
  const strange = findStrange(headings, heading.line);
  if (strange.length > 0) return faulty(...strange);
  const columns = { locality: 0, enrolled: 0, closed: 0 };
  for (const name of Object.keys(columns) as Column[]) columns[name] = headings.indexOf(name);

  const seen = new Map<string, number>();
  const read = records.map((record) => readRecord(record, { columns, headings, seen }));
  const faults = read.flatMap((one) => (isFault(one) ? [one] : []));
  if (faults.length > 0) return faulty(...faults.slice(0, mostFaults));
  if (read.length === 0) return faulty({ code: "no-rows", line: heading.line });
  return { ok: true, content: read.flatMap((one) => (isFault(one) ? [] : [one])) };
}

function findStrange(headings: readonly string[], line: number): Fault[] {
  const known: readonly string[] = ["locality", "enrolled", "closed"];
  const strange = headings.flatMap((name, index): Fault[] => {
    const place = { line, column: index + 1, at: name };
    if (headings.indexOf(name) < index) return [{ code: "column-repeated", ...place }];
    return known.includes(name) || name.startsWith("x_")
      ? []
      : [{ code: "column-unknown", ...place }];
  });
  const lacking = ["locality", "enrolled"].filter((name) => !headings.includes(name));
  return [...strange, ...lacking.map((at): Fault => ({ code: "column-missing", line, at }))];
}

interface Table {
  columns: Columns;
  headings: readonly string[];
  seen: Map<string, number>;
}

function readRecord(
  record: CsvRecord | Fault,
  { columns, headings, seen }: Table,
): LocalityEnrolment | Fault {
  if (isFault(record)) return record;
  const { line, cells } = record;
  if (cells.length !== headings.length) {
    return { code: "cell-count", line, detail: { expected: headings.length, found: cells.length } };
  }
  const cellOf = (name: Column) => (cells[columns[name]] ?? "").trim().normalize("NFC");
  const refuse = (name: Column, code: Fault["code"], detail: Fault["detail"] = {}): Fault => {
    return { code, line, column: columns[name] + 1, at: name, detail };
  };
  const [locality, count] = [cellOf("locality"), cellOf("enrolled")];
  if (locality === "") return refuse("locality", "cell-empty");
  const first = seen.get(locality);
  if (first !== undefined)
    return refuse("locality", "locality-repeated", { locality, line: first });
  seen.set(locality, line);
  if (!/^\d{1,9}$/.test(count)) return refuse("enrolled", "not-a-count", { cell: count });
  if (columns.closed === -1) return { locality, enrolled: Number(count) };
  const waves = cellOf("closed")
    .split("|")
    .filter((wave) => wave !== "");
  const unknown = waves.find((wave) => !waveKinds.some((kind) => kind === wave));
  if (unknown !== undefined) return refuse("closed", "wave-unknown", { cell: unknown });
  const closedWaves = waveKinds.filter((kind) => waves.includes(kind));
  return { locality, enrolled: Number(count), closedWaves };
}
