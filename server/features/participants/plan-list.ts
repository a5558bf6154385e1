import { createHash } from "node:crypto";
import type { Db } from "../../../db/connect.ts";
import { listKnownEnrolments } from "../../../db/queries/participant-imports.ts";
import type { UploadedList } from "../../../db/queries/uploaded-lists.ts";
import type { Within } from "../../../db/queries/within.ts";
import { foldText } from "../../domain/participant/folded-text.ts";
import {
  type Decisions,
  heldChanges,
  type PlannedRow,
  planImport,
} from "../../domain/participant/import-plan.ts";
import { type ListContext, type RowMistake, readList } from "../../domain/participant/list-row.ts";
import type { Places } from "./desk.ts";
import type { ListChoices } from "./list-choices.ts";

/** A list read and compared with the register. */
export interface ListPlan {
  planned: PlannedRow[];
  mistakes: RowMistake[];
  /** Groups that the list names and the programme does not have. */
  newGroups: { localityId: string; name: string }[];
  /** The same for the same list and register, whatever was decided about unclear rows. */
  fingerprint: string;
}

/** Reads the chosen sheet and says what would come of it; `decisions` settle what is unclear. */
export async function planList(
  db: Db,
  asked: {
    programmeId: string;
    within: Within;
    list: UploadedList;
    choices: ListChoices;
    places: Places;
    decisions: Decisions;
  },
): Promise<ListPlan> {
  const { choices, places } = asked;
  const rows = asked.list.sheets[choices.sheet]?.rows ?? [];
  const context = contextOf(choices, places);
  const { people, mistakes } = readList(rows, { ...choices, context });
  const known = await listKnownEnrolments(db, asked);
  const undecided = planImport(people, known);
  const decided =
    asked.decisions.size === 0 ? undecided : planImport(people, known, asked.decisions);
  const planned = decided.filter((row) => heldChanges(row).length === 0);
  return {
    planned,
    mistakes: [...mistakes, ...decided.flatMap(mistakesAboutHeld)],
    newGroups: newGroupsOf(planned, places),
    fingerprint: fingerprintOf(undecided),
  };
}

/** Who takes part in others' localities too is not renamed from here: such a line is left out, and says why. */
function mistakesAboutHeld(planned: PlannedRow): RowMistake[] {
  return heldChanges(planned).map(({ field, after }) => ({
    row: planned.person.row,
    field: field === "sectorId" ? "sector" : field,
    fault: "person-of-others",
    written: after,
  }));
}

function contextOf(choices: ListChoices, places: Places): ListContext {
  const { localities, elsewhere, sectors, groups } = places;
  return {
    localities: localities.map(namedLocality),
    elsewhere: elsewhere.map(namedLocality),
    sectors: sectors.map(({ id, key, label }) => ({ id, names: [key, ...Object.values(label)] })),
    localityId: localities.find(({ key }) => key === choices.locality)?.id ?? null,
    groups,
    isFilledDown: choices.isFilledDown,
  };
}

function namedLocality({ id, key, nominative, genitive, locative }: Places["localities"][number]) {
  return { id, names: [nominative, genitive, locative, key] };
}

function newGroupsOf(planned: readonly PlannedRow[], { groups }: Places) {
  const keyOf = (group: { localityId: string; name: string }) =>
    `${group.localityId}|${foldText(group.name)}`;
  const known = new Set(groups.map(keyOf));
  const added = new Map<string, { localityId: string; name: string }>();
  for (const { outcome, person } of planned) {
    if (outcome === "same" || outcome === "unclear" || person.group === "") continue;
    const group = { localityId: person.localityId, name: person.group };
    if (!known.has(keyOf(group))) added.set(keyOf(group), group);
  }
  return [...added.values()];
}

/** Everything that the plan rests on: a change in the register that matters to it changes this. */
function fingerprintOf(planned: readonly PlannedRow[]): string {
  return createHash("sha256").update(JSON.stringify(planned)).digest("base64url");
}
