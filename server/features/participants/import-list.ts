import { randomUUID } from "node:crypto";
import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  type ImportedPerson,
  insertGroups,
  insertImportedEnrolments,
  insertImportedPeople,
  lockPeople,
  updateImportedEnrolments,
  updateImportedPeople,
} from "../../../db/queries/participant-imports.ts";
import { findUploadedList, finishUploadedList } from "../../../db/queries/uploaded-lists.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { foldText } from "../../domain/participant/folded-text.ts";
import type {
  Decisions,
  KnownEnrolment,
  PlannedRow,
} from "../../domain/participant/import-plan.ts";
import type { ListedPerson, ParticipantRole } from "../../domain/participant/list-row.ts";
import { Problem } from "../../domain/problem.ts";
import type { Places } from "./desk.ts";
import { choicesOf, mistakesIn } from "./list-choices.ts";
import { type ListPlan, planList } from "./plan-list.ts";
import type { Saving } from "./save-participant.ts";

/**
 * Takes a looked-at list over, all of it or nothing. False when the register has changed since it was looked at; a list
 * that was taken over already stays taken over, however often the button is pressed.
 */
export async function importList(
  db: Db,
  saving: Saving & { today: string; by: string | null },
  asked: { listId: string; places: Places; decisions: Decisions; fingerprint: string },
): Promise<boolean> {
  const { programmeId, within, by, now } = saving;
  const { listId, places, decisions } = asked;
  return await inTransaction(db, async (tx) => {
    await lockPeople(tx, programmeId);
    const list = await findUploadedList(tx, { programmeId, id: listId, by, now, isLocked: true });
    if (!list) throw new Problem("not-found");
    if (list.outcome !== null) return true;
    const choices = choicesOf(list);
    if (mistakesIn(choices, places.localities).length > 0) return false;
    const plan = await planList(tx, { programmeId, within, list, choices, places, decisions });
    if (plan.fingerprint !== asked.fingerprint) return false;
    await writePlan(tx, { programmeId, places, plan, role: choices.role, today: saving.today });
    const outcome = outcomeOf(plan);
    await finishUploadedList(tx, { programmeId, id: listId, outcome });
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: saving.savedBy,
      action: "imported-participants",
      subject: listId,
      detail: outcome,
    });
    return true;
  });
}

function outcomeOf({ planned, mistakes }: ListPlan) {
  const count = (outcome: PlannedRow["outcome"]) =>
    planned.filter((row) => row.outcome === outcome).length;
  const wrongRows = new Set(mistakes.map(({ row }) => row)).size;
  return {
    added: count("new"),
    changed: count("changed"),
    same: count("same"),
    leftOut: wrongRows + count("unclear"),
  };
}

interface Writing {
  programmeId: string;
  places: Places;
  plan: ListPlan;
  role: ParticipantRole;
  today: string;
}

async function writePlan(db: Db, writing: Writing): Promise<void> {
  const groupIdOf = await groupFinder(db, writing);
  await writeNewcomers(db, writing, groupIdOf);
  await writeChanges(db, writing, groupIdOf);
}

type GroupFinder = (of: { localityId: string; group: string }) => string | null;

async function groupFinder(db: Db, { programmeId, places, plan }: Writing): Promise<GroupFinder> {
  const added = await insertGroups(db, programmeId, plan.newGroups);
  const keyOf = (localityId: string, name: string) => `${localityId}|${foldText(name)}`;
  const ids = new Map(
    [...places.groups, ...added].map(({ id, localityId, name }) => [keyOf(localityId, name), id]),
  );
  return ({ localityId, group }) => ids.get(keyOf(localityId, group)) ?? null;
}

async function writeNewcomers(db: Db, writing: Writing, groupIdOf: GroupFinder): Promise<void> {
  const { programmeId, plan, role, today } = writing;
  const newcomers = plan.planned.filter((row) => row.outcome === "new");
  const idOfRow = new Map<number, string>();
  const people: ImportedPerson[] = [];
  for (const { person, personId, sameAsRow } of newcomers) {
    const known = personId ?? (sameAsRow === null ? undefined : idOfRow.get(sameAsRow));
    const id = known ?? randomUUID();
    idOfRow.set(person.row, id);
    if (known === undefined) people.push(personOf(id, person));
  }
  await insertImportedPeople(db, programmeId, people);
  const enrolments = newcomers.map(({ person }) => ({
    personId: idOfRow.get(person.row)!,
    localityId: person.localityId,
    groupId: groupIdOf(person),
    sectorId: person.sectorId,
    role: person.role ?? role,
    enrolledOn: today,
  }));
  await insertImportedEnrolments(db, programmeId, enrolments);
}

function personOf(id: string, person: ListedPerson | KnownEnrolment): ImportedPerson {
  const { fullName, organisation, email, phone, gender, ageBand } = person;
  return { id, fullName, organisation, email, phone, gender, ageBand };
}

/** A person with two changed lines (two localities) takes the changes of both, the later line's last. */
async function writeChanges(db: Db, writing: Writing, groupIdOf: GroupFinder): Promise<void> {
  const { programmeId, plan } = writing;
  const changed = plan.planned.filter((row) => row.outcome === "changed");
  const people = new Map<string, ImportedPerson>();
  const enrolments = changed.map(({ person, known, changes }) => {
    const after = Object.fromEntries(changes.map((change) => [change.field, change.after]));
    const before = people.get(known.personId) ?? personOf(known.personId, known);
    people.set(known.personId, { ...before, ...pick(after, before) });
    return {
      id: known.enrolmentId,
      groupId: groupIdOf(person),
      sectorId: after.sectorId ?? known.sectorId,
      role: after.role ?? known.role,
    };
  });
  await updateImportedPeople(db, programmeId, [...people.values()]);
  await updateImportedEnrolments(db, programmeId, enrolments);
}

function pick(after: Record<string, string>, before: ImportedPerson): Partial<ImportedPerson> {
  return Object.fromEntries(Object.entries(after).filter(([field]) => field in before));
}
