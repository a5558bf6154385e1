import { foldText, nameKey } from "./folded-text.ts";
import { type ListedPerson, type ParticipantRole, personKey } from "./list-row.ts";
import type { AgeBand, Gender } from "./person-facts.ts";

/** Somebody in a locality, as the programme knows them before a list is taken over. */
export interface KnownEnrolment {
  enrolmentId: string;
  personId: string;
  fullName: string;
  organisation: string;
  email: string;
  phone: string;
  localityId: string;
  group: string;
  sectorId: string | null;
  role: ParticipantRole;
  gender: Gender | null;
  ageBand: AgeBand | null;
  /** Holds a valid certificate, and so stays a cycle participant whatever a list says. */
  isCertified: boolean;
  /** Takes part beyond the localities of whoever imports, who may therefore not say who they are. */
  isHeld: boolean;
}

export const changeableFields = [
  "fullName",
  "organisation",
  "email",
  "phone",
  "group",
  "sectorId",
  "role",
  "gender",
  "ageBand",
] as const;
export type ChangeableField = (typeof changeableFields)[number];

/** What the list says otherwise than the programme knows it. Values are as stored; a sector is its id. */
export interface FieldChange {
  field: ChangeableField;
  before: string;
  after: string;
}

/** What belongs to somebody's part in a locality; all else belongs to the person. */
const fieldsOfEnrolment: readonly ChangeableField[] = ["group", "sectorId", "role"];

/** What a line would change of who somebody is, though they take part in localities of others too. */
export function heldChanges(planned: PlannedRow): FieldChange[] {
  if (planned.outcome !== "changed" || !planned.known.isHeld) return [];
  return planned.changes.filter(({ field }) => !fieldsOfEnrolment.includes(field));
}

/** What a line of the list leads to. */
export type PlannedRow =
  | { outcome: "new"; person: ListedPerson; personId: string | null; sameAsRow: number | null }
  | { outcome: "same"; person: ListedPerson; known: KnownEnrolment }
  | { outcome: "changed"; person: ListedPerson; known: KnownEnrolment; changes: FieldChange[] }
  | { outcome: "unclear"; person: ListedPerson; candidates: KnownEnrolment[] };

/** A decision about an unclear line: somebody else, or which of those known. A line without one is left out. */
export type Decisions = ReadonlyMap<number, "new" | string>;

/**
 * Compares a list with what is known. Folded name, locality and organisation make a person: the same list gives the same
 * plan however often it comes. An empty organisation on one side is no contradiction; two different ones are for a person
 * to decide. Who is known by name and organisation in another locality gets an enrolment more, not a second person.
 */
export function planImport(
  listed: readonly ListedPerson[],
  known: readonly KnownEnrolment[],
  decisions: Decisions = new Map(),
): PlannedRow[] {
  const find = indexOf(known);
  const firstRows = new Map<string, number>();
  return listed.map((person) => {
    const decided = decisions.get(person.row);
    const planned = planRow(person, find);
    const settled = planned.outcome === "unclear" ? settle(planned, decided) : planned;
    return settled.outcome === "new" ? joinOwnRows(settled, firstRows) : settled;
  });
}

type Index = ReturnType<typeof indexOf>;

function indexOf(known: readonly KnownEnrolment[]) {
  const byKey = groupBy(known, personKey);
  const byPlace = groupBy(known, placeKey);
  const byWork = groupBy(known, workKey);
  return {
    exact: (person: ListedPerson) => byKey.get(personKey(person)) ?? [],
    sameNameHere: (person: ListedPerson) => byPlace.get(placeKey(person)) ?? [],
    sameNameAndWork: (person: ListedPerson) =>
      person.organisation === "" ? [] : (byWork.get(workKey(person)) ?? []),
  };
}

function planRow(person: ListedPerson, find: Index): PlannedRow {
  const exact = find.exact(person);
  if (exact.length === 1) return compare(person, exact[0]!);
  const here = exact.length > 0 ? exact : find.sameNameHere(person);
  if (here.length === 1 && isSilentAboutWork(person, here[0]!)) return compare(person, here[0]!);
  if (here.length > 0) return { outcome: "unclear", person, candidates: here };
  const elsewhere = new Set(find.sameNameAndWork(person).map(({ personId }) => personId));
  const [personId = null] = elsewhere.size === 1 ? elsewhere : [];
  return { outcome: "new", person, personId, sameAsRow: null };
}

function isSilentAboutWork(person: ListedPerson, known: KnownEnrolment): boolean {
  return person.organisation === "" || known.organisation === "";
}

function settle(
  planned: Extract<PlannedRow, { outcome: "unclear" }>,
  decided: string | undefined,
): PlannedRow {
  const { person, candidates } = planned;
  if (decided === "new") return { outcome: "new", person, personId: null, sameAsRow: null };
  const chosen = candidates.find(({ enrolmentId }) => enrolmentId === decided);
  return chosen ? compare(person, chosen) : planned;
}

/** Lines of one list with one name and organisation in several localities are one newcomer. */
function joinOwnRows(
  planned: Extract<PlannedRow, { outcome: "new" }>,
  firstRows: Map<string, number>,
): PlannedRow {
  const { person } = planned;
  if (planned.personId !== null || person.organisation === "") return planned;
  const key = workKey(person);
  const first = firstRows.get(key);
  if (first === undefined) firstRows.set(key, person.row);
  return { ...planned, sameAsRow: first ?? null };
}

function compare(person: ListedPerson, known: KnownEnrolment): PlannedRow {
  const changes = changeableFields.flatMap((field): FieldChange[] => {
    const [before, after] = [known[field] ?? "", person[field] ?? ""];
    if (field === "role" && known.isCertified) return [];
    return after === "" || after === before ? [] : [{ field, before, after }];
  });
  return changes.length === 0
    ? { outcome: "same", person, known }
    : { outcome: "changed", person, known, changes };
}

function placeKey(one: { fullName: string; localityId: string }): string {
  return `${nameKey(one.fullName)}|${one.localityId}`;
}

function workKey(one: { fullName: string; organisation: string }): string {
  return `${nameKey(one.fullName)}|${foldText(one.organisation)}`;
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
