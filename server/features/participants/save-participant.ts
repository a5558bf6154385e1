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
import { type EnrolmentRecord, findPerson } from "../../../db/queries/participants.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";

/** Who does it, in which programme, and when. */
export interface Saving {
  programmeId: string;
  savedBy: string;
  now: Date;
}

/** Adds somebody to the list, in their first locality; gives the person's id. */
export async function addParticipant(
  db: Db,
  saving: Saving,
  added: { person: PersonFields; localityId: string; enrolment: EnrolmentFields },
): Promise<string> {
  const { programmeId } = saving;
  return await inTransaction(db, async (tx) => {
    const personId = await insertPerson(tx, { programmeId, ...added.person });
    const { localityId, enrolment } = added;
    await insertEnrolment(tx, { programmeId, personId, localityId, ...enrolment });
    await audit(tx, saving, "added-participant", personId);
    return personId;
  });
}

export async function savePerson(
  db: Db,
  saving: Saving,
  { id, person }: { id: string; person: PersonFields },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const isKnown = await updatePerson(tx, { programmeId: saving.programmeId, id, ...person });
    if (!isKnown) throw new Problem("not-found");
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
    const stored = await getEnrolment(tx, { programmeId, ...saved });
    if (stored.isCertified && saved.enrolment.role !== "cycle-participant") return false;
    await updateEnrolment(tx, { programmeId, id: stored.id, ...saved.enrolment });
    await audit(tx, saving, "changed-enrolment", stored.id);
    return true;
  });
}

async function getEnrolment(
  db: Db,
  key: { programmeId: string; personId: string; enrolmentId: string },
): Promise<EnrolmentRecord> {
  const person = await findPerson(db, { programmeId: key.programmeId, id: key.personId });
  const enrolment = person?.enrolments.find(({ id }) => id === key.enrolmentId);
  if (!enrolment) throw new Problem("not-found");
  return enrolment;
}

async function audit(db: Db, saving: Saving, action: string, subject: string): Promise<void> {
  const { programmeId, now, savedBy } = saving;
  await insertAuditEvent(db, { programmeId, at: now, actor: savedBy, action, subject });
}
