import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  insertDistinctPeople,
  listDistinctPeople,
  listPeople,
} from "../../../db/queries/look-alikes.ts";
import {
  deletePerson,
  listDoubleEnrolments,
  mergeAttendance,
  mergeEnrolmentRows,
  mergePersonRows,
  moveCardHolders,
  moveCertificates,
  moveEnrolments,
  moveLetters,
} from "../../../db/queries/merge-people.ts";
import { lockPeople } from "../../../db/queries/participant-imports.ts";
import { findPerson } from "../../../db/queries/participants.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { LookAlikePair } from "../../../web/pages/participants/duplicates.tsx";
import { proposeDuplicates } from "../../domain/participant/duplicates.ts";
import { Problem } from "../../domain/problem.ts";
import type { Saving } from "./save-participant.ts";

/** Pairs of records that look like one person's, without those that somebody has found to be two. */
export async function listLookAlikes(
  db: Db,
  { programmeId, within }: Pick<Saving, "programmeId" | "within">,
): Promise<LookAlikePair[]> {
  const people = await listPeople(db, { programmeId, within });
  const byId = new Map(people.map((person) => [person.id, person]));
  const distinct = await listDistinctPeople(db, programmeId);
  const settled = new Set(distinct.map(({ one, other }) => `${one} ${other}`));
  return proposeDuplicates(people).flatMap(({ one, other, reason }) => {
    if (settled.has(`${one} ${other}`)) return [];
    return [{ one: byId.get(one)!, other: byId.get(other)!, reason }];
  });
}

/**
 * Makes one person of two records: attendance, certificates, cards and letters go to the one that is kept. Where both
 * were enrolled in one locality, one enrolment is left. Certificates of both stay valid.
 */
export async function mergePeople(
  db: Db,
  saving: Saving,
  { keptId, goneId }: { keptId: string; goneId: string },
): Promise<void> {
  const { programmeId } = saving;
  const merge = { programmeId, keptId, goneId };
  await inTransaction(db, async (tx) => {
    await lockPeople(tx, programmeId);
    await requireBoth(tx, saving, [keptId, goneId]);
    await moveEnrolments(tx, merge);
    for (const pair of await listDoubleEnrolments(tx, merge)) {
      const enrolments = { programmeId, ...pair };
      await mergeAttendance(tx, enrolments);
      await moveCertificates(tx, enrolments);
      await moveCardHolders(tx, enrolments);
      await moveLetters(tx, enrolments);
      await mergeEnrolmentRows(tx, enrolments);
    }
    await mergePersonRows(tx, merge);
    await deletePerson(tx, merge);
    await insertAuditEvent(tx, {
      programmeId,
      at: saving.now,
      actor: saving.savedBy,
      action: "merged-people",
      subject: keptId,
      detail: { merged: goneId },
    });
  });
}

/** Both have to be people of the desk alone; somebody else's are refused as those are who are gone. */
async function requireBoth(
  db: Db,
  { programmeId, within }: Saving,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) {
    const person = await findPerson(db, { programmeId, id, within });
    if (!person || person.isHeld) throw new Problem("conflict");
  }
}

/** Notes that two records are two people, so that they are not proposed again. */
export async function noteDistinctPeople(
  db: Db,
  saving: Saving,
  pair: { one: string; other: string },
): Promise<void> {
  const { programmeId, savedBy, now } = saving;
  const [one, other] = pair.one < pair.other ? [pair.one, pair.other] : [pair.other, pair.one];
  await inTransaction(db, async (tx) => {
    await requireBoth(tx, saving, [one, other]);
    await insertDistinctPeople(tx, { programmeId, one, other, decidedBy: savedBy, now });
    await insertAuditEvent(tx, {
      programmeId,
      at: now,
      actor: savedBy,
      action: "found-two-people",
      subject: one,
      detail: { other },
    });
  });
}
