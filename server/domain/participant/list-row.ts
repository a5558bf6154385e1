import { cleanLine, lengthOf } from "../response/clean-text.ts";
import { isEmailAddress } from "./contact.ts";
import { foldText, nameKey } from "./folded-text.ts";
import { isFilled, type ListColumns, type ListField } from "./list-columns.ts";
import { type AgeBand, type Gender, readAgeBand, readGender } from "./person-facts.ts";

export const participantRoles = ["involved", "cycle-participant"] as const;
export type ParticipantRole = (typeof participantRoles)[number];

/** One line of a list, read. What the list does not say is empty or null, and changes nothing. */
export interface ListedPerson {
  /** Counted as a spreadsheet does, from 1. */
  row: number;
  fullName: string;
  organisation: string;
  email: string;
  phone: string;
  localityId: string;
  /** As written; a group that is not there yet is made. */
  group: string;
  sectorId: string | null;
  role: ParticipantRole | null;
  gender: Gender | null;
  ageBand: AgeBand | null;
}

export type RowFault =
  | "missing"
  | "too-long"
  | "unknown-locality"
  | "locality-of-others"
  | "person-of-others"
  | "unknown-sector"
  | "unknown-role"
  | "unknown-gender"
  | "unknown-age"
  | "not-an-address"
  | "repeated";

/** What is wrong with one cell, and what stands in it. `like` is the row that a repeated one repeats. */
export interface RowMistake {
  row: number;
  field: ListField;
  fault: RowFault;
  written: string;
  like?: number;
}

/** What lines are read against: the programme's own words. */
export interface ListContext {
  localities: readonly { id: string; names: readonly string[] }[];
  /** Localities of the programme whose people are not for whoever reads the list. */
  elsewhere?: readonly { id: string; names: readonly string[] }[];
  sectors: readonly { id: string; names: readonly string[] }[];
  /** Where a list names no localities, everybody on it belongs to this one. */
  localityId: string | null;
  /** The groups there are; one that is named otherwise only by case or marks is the same. */
  groups: readonly { localityId: string; name: string }[];
  /** An empty cell for the locality or group means the one above it, as where cells were joined. */
  isFilledDown: boolean;
}

export interface ReadList {
  people: ListedPerson[];
  mistakes: RowMistake[];
}

/** Reads all lines below the heads. A line with a mistake is not among the people; empty lines are nothing. */
export function readList(
  rows: readonly (readonly string[])[],
  reading: { headRow: number; columns: ListColumns; context: ListContext },
): ReadList {
  const readRow = rowReader(reading.columns, reading.context);
  const fill = filler(reading.columns, reading.context.isFilledDown);
  const people: ListedPerson[] = [];
  const mistakes: RowMistake[] = [];
  const seen = new Map<string, number>();
  for (const [index, cells] of rows.entries()) {
    if (index <= reading.headRow || !isFilled(cells)) continue;
    const read = readRow(fill(cells), index + 1);
    const found = "mistakes" in read ? read.mistakes : repetition(read.person, seen);
    mistakes.push(...found);
    if (found.length === 0 && "person" in read) people.push(read.person);
  }
  return { people, mistakes };
}

/** Carries the last locality and group on; a locality of its own begins without a group. */
function filler({ locality, group }: ListColumns, isOn: boolean) {
  let last: { locality: string; group: string } = { locality: "", group: "" };
  return (cells: readonly string[]): readonly string[] => {
    if (!isOn || locality === undefined) return cells;
    const own = (cells[locality] ?? "").trim();
    const ownGroup = group === undefined ? "" : (cells[group] ?? "").trim();
    last =
      own === "" ? { ...last, group: ownGroup || last.group } : { locality: own, group: ownGroup };
    const filled = [...cells];
    filled[locality] = last.locality;
    if (group !== undefined) filled[group] = last.group;
    return filled;
  };
}

/** One line written twice is one person; who has the same name and town but works elsewhere is somebody else. */
function repetition(person: ListedPerson, seen: Map<string, number>): RowMistake[] {
  const key = personKey(person);
  const like = seen.get(key);
  if (like === undefined) {
    seen.set(key, person.row);
    return [];
  }
  const { row, fullName } = person;
  return [{ row, field: "fullName", fault: "repeated", written: fullName, like }];
}

/** What makes two lines one person: folded name, locality and organisation. E-mail addresses are often shared. */
export function personKey(person: {
  fullName: string;
  localityId: string;
  organisation: string;
}): string {
  return [nameKey(person.fullName), person.localityId, foldText(person.organisation)].join("|");
}

type ReadRow = { person: ListedPerson } | { mistakes: RowMistake[] };

function rowReader(columns: ListColumns, context: ListContext) {
  const localityOf = finder(context.localities);
  const elsewhere = finder(context.elsewhere ?? []);
  const sectorOf = finder(context.sectors);
  const groupOf = groupNamer(context.groups);
  return (cells: readonly string[], row: number): ReadRow => {
    const mistakes: RowMistake[] = [];
    const cell = (field: ListField) => {
      const column = columns[field];
      return column === undefined ? "" : cleanLine(cells[column] ?? "");
    };
    const wrong = (field: ListField, fault: RowFault) => {
      mistakes.push({ row, field, fault, written: cell(field).slice(0, 200) });
    };
    const localityId =
      columns.locality === undefined ? context.localityId : localityOf(cell("locality"));
    if (cell("locality") === "" && localityId === null) wrong("locality", "missing");
    else if (localityId === null) {
      const isOthers = elsewhere(cell("locality")) !== null;
      wrong("locality", isOthers ? "locality-of-others" : "unknown-locality");
    }
    const word = <Word>(field: ListField, read: Reader<Word>, fault: RowFault): Word | null => {
      const known = cell(field) === "" ? null : read(cell(field));
      if (known === undefined) wrong(field, fault);
      return known ?? null;
    };
    const sectorId = word("sector", (written) => sectorOf(written) ?? undefined, "unknown-sector");
    const role = word("role", readRole, "unknown-role");
    const gender = word("gender", readGender, "unknown-gender");
    const ageBand = word("ageBand", readAgeBand, "unknown-age");
    const email = cell("email");
    if (email !== "" && !isEmailAddress(email)) wrong("email", "not-an-address");
    const fullName = nameOf(columns, cell);
    if (nameKey(fullName) === "") wrong(nameField(columns), "missing");
    for (const field of tooLongIn(columns, cell)) wrong(field, "too-long");
    if (mistakes.length > 0 || localityId === null) return { mistakes };
    const contact = { organisation: cell("organisation"), email, phone: cell("phone") };
    const place = { localityId, group: groupOf(localityId, cell("group")), sectorId, role };
    return { person: { row, fullName, ...contact, ...place, gender, ageBand } };
  };
}

type Cell = (field: ListField) => string;

/** What a written word means; undefined where it means nothing that is known. */
type Reader<Word> = (written: string) => Word | undefined;

function nameOf(columns: ListColumns, cell: Cell): string {
  if (columns.fullName !== undefined) return cell("fullName");
  return [cell("firstName"), cell("lastName")].filter((part) => part !== "").join(" ");
}

function nameField(columns: ListColumns): ListField {
  return columns.fullName === undefined ? "lastName" : "fullName";
}

const mostLetters: Partial<Record<ListField, number>> = {
  fullName: 200,
  firstName: 100,
  lastName: 100,
  organisation: 200,
  phone: 50,
  group: 100,
};

function tooLongIn(columns: ListColumns, cell: Cell): ListField[] {
  const fields = Object.keys(columns) as ListField[];
  return fields.filter((field) => lengthOf(cell(field)) > (mostLetters[field] ?? 254));
}

/** Finds by name whatever the case and marks; what is not there is null. */
function finder(known: ListContext["localities"]): (written: string) => string | null {
  const ids = new Map(known.flatMap(({ id, names }) => names.map((name) => [foldText(name), id])));
  return (written) => ids.get(foldText(written)) ?? null;
}

/** One spelling for each group of a locality: the stored one, else the list's first. */
function groupNamer(groups: ListContext["groups"]) {
  const names = new Map(
    groups.map((group) => [groupKey(group.localityId, group.name), group.name]),
  );
  return (localityId: string, written: string): string => {
    const key = groupKey(localityId, written);
    if (written !== "" && !names.has(key)) names.set(key, written);
    return names.get(key) ?? "";
  };
}

function groupKey(localityId: string, name: string): string {
  return `${localityId}|${foldText(name)}`;
}

const roleWords = new Map<string, ParticipantRole>(
  Object.entries({
    "ciklo dalyvis": "cycle-participant",
    "ciklo dalyve": "cycle-participant",
    "mokymu ciklo dalyvis": "cycle-participant",
    "mokymu ciklo dalyve": "cycle-participant",
    ciklas: "cycle-participant",
    dalyvis: "cycle-participant",
    dalyve: "cycle-participant",
    participant: "cycle-participant",
    "cycle participant": "cycle-participant",
    cycle: "cycle-participant",
    isitraukes: "involved",
    isitraukusi: "involved",
    "isitraukes asmuo": "involved",
    "isitraukes zmogus": "involved",
    involved: "involved",
  }),
);

/** Undefined for words that are no role. */
function readRole(written: string): ParticipantRole | undefined {
  return roleWords.get(foldText(written));
}
