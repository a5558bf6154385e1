import type { Db } from "../../../db/connect.ts";
import { isReferredTo } from "../../../db/constraint.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  deleteEntry,
  insertEntry,
  listEntries,
  listTakenKeys,
  updateEntry,
  updateOrder,
} from "../../../db/queries/setup-entries.ts";
import { hasAnswers, lockProgramme } from "../../../db/queries/setup-programme.ts";
import { hasAttendance, hasLocalityEntries } from "../../../db/queries/setup-uses.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { type EntryStep, entryFields } from "../../domain/setup/entry-fields.ts";
import type { Fields, Mistake, Typed } from "../../domain/setup/field.ts";
import { readForm } from "../../domain/setup/read-form.ts";
import { type Doing, languagesOf } from "./desk.ts";
import { loadOptions } from "./entry-options.ts";
import { prepareEntry } from "./prepare-entry.ts";

export interface Saving {
  step: EntryStep;
  /** Undefined for a new entry. */
  id: string | undefined;
  typed: Typed;
}

export type Saved = { ok: true; id: string } | { ok: false; mistakes: Mistake[] };

/** Adds an entry to a step's list or changes one. Whoever saves at the same time comes before or after, never between. */
export async function saveEntry(db: Db, saving: Saving, doing: Doing): Promise<Saved> {
  const { step, id } = saving;
  const programmeId = doing.programme.id;
  return await inTransaction(db, async (tx) => {
    await lockProgramme(tx, programmeId);
    if (!id) await refuseWhereFixed(tx, step, programmeId);
    const read = await readEntry(tx, saving, doing);
    if (!read.ok) return read;
    const key = { programmeId, step };
    const stored = id ?? (await insertEntry(tx, key, read.values));
    if (id && !(await updateEntry(tx, { ...key, id }, read.values))) throw new Problem("not-found");
    await audit(tx, doing, { action: id ? "changed-entry" : "added-entry", step, id: stored });
    return { ok: true, id: stored };
  });
}

async function readEntry(db: Db, { step, id, typed }: Saving, { programme, language }: Doing) {
  const programmeId = programme.id;
  const options = await loadOptions(db, step, { programmeId, language });
  const fields: Fields = entryFields[step];
  const read = readForm(fields, typed, {
    languages: languagesOf(programme),
    options: Object.fromEntries(
      Object.entries(options).map(([name, all]) => [name, all.map(({ value }) => value)]),
    ),
  });
  if (!read.ok) return read;
  const groups = step === "sessions" ? await listEntries(db, { programmeId, step: "groups" }) : [];
  return prepareEntry({
    step,
    id,
    values: read.values,
    others: await listEntries(db, { programmeId, step }),
    takenKeys: await listTakenKeys(db, { programmeId, step }),
    localityOfGroup: new Map(
      groups.map((group) => [group.id, String(group.values.localityId)] as const),
    ),
  });
}

/** Adding or removing a locality moves what was told of the others, so after the first answer it is not done here. */
async function refuseWhereFixed(db: Db, step: EntryStep, programmeId: string): Promise<void> {
  if (step === "localities" && (await hasAnswers(db, programmeId))) throw new Problem("conflict");
}

/** Removes an entry; false when other data belongs to it or refers to it, and then it stays. */
export async function removeEntry(
  db: Db,
  { step, id }: { step: EntryStep; id: string },
  doing: Doing,
): Promise<boolean> {
  const programmeId = doing.programme.id;
  const remove = async (tx: Db) => {
    await lockProgramme(tx, programmeId);
    await refuseWhereFixed(tx, step, programmeId);
    if (await isUsed(tx, step, { programmeId, id })) return false;
    if (!(await deleteEntry(tx, { programmeId, step, id }))) throw new Problem("not-found");
    await audit(tx, doing, { action: "removed-entry", step, id });
    return true;
  };
  return await inTransaction(db, remove).catch((error: unknown) => {
    if (isReferredTo(error)) return false;
    throw error;
  });
}

/** What the database would delete along with the entry, though somebody worked on it. */
async function isUsed(db: Db, step: EntryStep, key: { programmeId: string; id: string }) {
  if (step === "sessions") return await hasAttendance(db, key);
  return step === "localities" && (await hasLocalityEntries(db, key));
}

/** Moves an entry one place up or down; at the end of the list it stays. */
export async function moveEntry(
  db: Db,
  { step, id, direction }: { step: EntryStep; id: string; direction: "up" | "down" },
  doing: Doing,
): Promise<void> {
  const key = { programmeId: doing.programme.id, step };
  await inTransaction(db, async (tx) => {
    await lockProgramme(tx, key.programmeId);
    const ids = (await listEntries(tx, key)).map((entry) => entry.id);
    const from = ids.indexOf(id);
    if (from < 0) throw new Problem("not-found");
    const to = direction === "up" ? from - 1 : from + 1;
    if (to < 0 || to >= ids.length) return;
    [ids[from], ids[to]] = [ids[to]!, ids[from]!];
    await updateOrder(tx, { ...key, ids });
    await audit(tx, doing, { action: "moved-entry", step, id });
  });
}

async function audit(
  db: Db,
  { programme, staffId, now }: Doing,
  { action, step, id }: { action: string; step: EntryStep; id: string },
): Promise<void> {
  await insertAuditEvent(db, {
    programmeId: programme.id,
    at: now,
    actor: staffId,
    action,
    subject: id,
    detail: { step },
  });
}
