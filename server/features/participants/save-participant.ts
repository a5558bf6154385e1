import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  type EnrolmentFields,
  insertEnrolment,
  insertPerson,
  type PersonFields,
  updateEnrolment,
  updatePerson,
} from "../../../db/queries/participant-edits.ts";
import {
  type EnrolmentRecord,
  findPerson,
  type PersonRecord,
} from "../../../db/queries/participants.ts";
import type { Within } from "../../../db/queries/within.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";

/** Who does it, in which programme, within which of its localities, and when. */
export interface Saving {
  programmeId: string;
  savedBy: string;
  within: Within;
  now: Date;
}

/** Adds somebody to the list, in their first locality; gives the person's id. */
export async function addParticipant(
  db: Db,
  saving: Saving,
  added: { person: PersonFields; localityId: string; enrolment: EnrolmentFields },
): Promise<string> {
  const { programmeId } = saving;
  requireWithin(saving, added.localityId);
  return await inTransaction(db, async (tx) => {
    const personId = await insertPerson(tx, { programmeId, ...added.person });
    const { localityId, enrolment } = added;
    await insertEnrolment(tx, { programmeId, personId, localityId, ...enrolment });
    await audit(tx, saving, "added-participant", personId);
    return personId;
  });
}

/** Who takes part in other localities too is changed by those alone who look after all of them. */
export async function savePerson(
  db: Db,
  saving: Saving,
  { id, person }: { id: string; person: PersonFields },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getOwnPerson(tx, saving, id);
    const key = { programmeId: saving.programmeId, id, within: saving.within };
    if (!(await updatePerson(tx, { ...key, ...person }))) throw new Problem("conflict");
    await audit(tx, saving, "changed-person", id);
  });
}

/** False when the person is enrolled there already. */
export async function addEnrolment(
  db: Db,
  saving: Saving,
  added: { personId: string; localityId: string; enrolment: EnrolmentFields },
): Promise<boolean> {
  const { programmeId } = saving;
  return await inTransaction(db, async (tx) => {
    const { personId, localityId, enrolment } = added;
    requireWithin(saving, localityId);
    const key = { programmeId, id: personId, within: saving.within };
    if (!(await findPerson(tx, key))) throw new Problem("not-found");
    const isAdded = await insertEnrolment(tx, { programmeId, personId, localityId, ...enrolment });
    if (isAdded) await audit(tx, saving, "added-enrolment", personId);
    return isAdded;
  });
}

/** False when a valid certificate keeps somebody a cycle participant: the certified are part of them, always. */
export async function saveEnrolment(
  db: Db,
  saving: Saving,
  saved: { personId: string; enrolmentId: string; enrolment: EnrolmentFields },
): Promise<boolean> {
  const { programmeId } = saving;
  return await inTransaction(db, async (tx) => {
    const stored = await getEnrolment(tx, saving, saved);
    if (stored.isCertified && saved.enrolment.role !== "cycle-participant") return false;
    await updateEnrolment(tx, { programmeId, id: stored.id, ...saved.enrolment });
    await audit(tx, saving, "changed-enrolment", stored.id);
    return true;
  });
}

/** Somebody whom the desk alone looks after. */
export async function getOwnPerson(
  db: Db,
  { programmeId, within }: Saving,
  id: string,
): Promise<PersonRecord> {
  const person = await findPerson(db, { programmeId, id, within });
  if (!person) throw new Problem("not-found");
  if (person.isHeld) throw new Problem("not-allowed");
  return person;
}

function requireWithin({ within }: Saving, localityId: string): void {
  if (within !== null && !within.includes(localityId)) throw new Problem("not-allowed");
}

async function getEnrolment(
  db: Db,
  { programmeId, within }: Saving,
  key: { personId: string; enrolmentId: string },
): Promise<EnrolmentRecord> {
  const person = await findPerson(db, { programmeId, id: key.personId, within });
  const enrolment = person?.enrolments.find(({ id }) => id === key.enrolmentId);
  if (!enrolment) throw new Problem("not-found");
  return enrolment;
}

async function audit(db: Db, saving: Saving, action: string, subject: string): Promise<void> {
  const { programmeId, now, savedBy } = saving;
  await insertAuditEvent(db, { programmeId, at: now, actor: savedBy, action, subject });
}
