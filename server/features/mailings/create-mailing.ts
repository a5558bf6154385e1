import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { insertLetters, returnUnclearLetters } from "../../../db/queries/letters.ts";
import {
  findMailing,
  insertMailing,
  listRecipients,
  updateMailing,
} from "../../../db/queries/mailings.ts";
import type { Within } from "../../../db/queries/within.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { canCallOff } from "../../domain/mailing/calling-off.ts";
import { isReachable } from "../../domain/mailing/recipients.ts";
import { Problem } from "../../domain/problem.ts";
import type { WrittenMailing } from "./read-mailing.ts";
import { enqueueMailing } from "./send-mailing.ts";

/** Who does it, in which programme, within which of its localities, and when. */
interface Doing {
  programmeId: string;
  within: Within;
  doneBy: string;
  now: Date;
}

/**
 * Puts a letter into the queue for its time. Whom it goes to is settled when it is due; where people were chosen by
 * hand, now.
 */
export async function createMailing(
  db: Db,
  doing: Doing,
  { mailing, chosen }: { mailing: WrittenMailing; chosen: readonly string[] },
): Promise<void> {
  const { programmeId, doneBy, now } = doing;
  await inTransaction(db, async (tx) => {
    const people = chosen.length > 0 ? await findChosen(tx, doing, chosen) : undefined;
    const localityId = people ? people.localityId : mailing.localityId;
    requireWithin(doing, localityId);
    const written = { ...mailing, localityId };
    const id = await insertMailing(tx, { programmeId, createdBy: doneBy, now, ...written });
    if (people) await addressChosen(tx, { ...people, programmeId, id, mailing, now });
    const turn = { programmeId, mailingId: id, askedBy: doneBy, now, runAfter: mailing.sendAt };
    await enqueueMailing(tx, turn);
    await audit(tx, doing, "created-mailing", id);
  });
}

/** A letter to all localities, or to chosen people of several, is for those alone who look after all of them. */
function requireWithin({ within }: Doing, localityId: string | null): void {
  if (within === null) return;
  if (localityId === null || !within.includes(localityId)) throw new Problem("not-allowed");
}

interface Chosen {
  enrolmentIds: string[];
  /** Where all of them are; null where they are in several, or nobody is left of them. */
  localityId: string | null;
}

/** Those of the chosen who can be written to. People of other localities are not among them. */
async function findChosen(
  db: Db,
  { programmeId, within }: Doing,
  chosen: readonly string[],
): Promise<Chosen> {
  const known = await listRecipients(db, { programmeId, within, enrolmentIds: chosen });
  const places = new Set(known.map(({ localityId }) => localityId));
  const [localityId = null] = places.size === 1 ? places : [];
  const reachable = known.filter(isReachable);
  return { enrolmentIds: reachable.map(({ enrolmentId }) => enrolmentId), localityId };
}

async function addressChosen(
  db: Db,
  addressing: Chosen & { programmeId: string; id: string; mailing: WrittenMailing; now: Date },
): Promise<void> {
  const { programmeId, id, enrolmentIds, mailing, now } = addressing;
  const letters = { programmeId, mailingId: id, enrolmentIds, notBefore: mailing.sendAt };
  await insertLetters(db, letters);
  await updateMailing(db, { programmeId, id, set: { preparedAt: now } });
}

/**
 * Calls a mailing off: letters that have not gone out stay. Whether any had to go out is no part of the answer where a
 * reminder goes to those alone who are missing.
 */
export async function cancelMailing(db: Db, doing: Doing, id: string): Promise<void> {
  const { programmeId, within, now } = doing;
  await inTransaction(db, async (tx) => {
    const mailing = await findMailing(tx, { programmeId, id, within, isLocked: true });
    if (!mailing) throw new Problem("not-found");
    if (!canCallOff(mailing, now)) throw new Problem("conflict");
    await updateMailing(tx, { programmeId, id, set: { cancelledAt: now } });
    await audit(tx, doing, "cancelled-mailing", id);
  });
}

/** Sends again what nobody knows the fate of: a decision of a person, who was told that some may get it twice. */
export async function sendAgain(db: Db, doing: Doing, id: string): Promise<void> {
  const { programmeId, within, doneBy, now } = doing;
  await inTransaction(db, async (tx) => {
    const mailing = await findMailing(tx, { programmeId, id, within, isLocked: true });
    if (!mailing) throw new Problem("not-found");
    if (mailing.isBlind) throw new Problem("conflict");
    if (mailing.endedAt === null || mailing.cancelledAt !== null) throw new Problem("conflict");
    const returned = await returnUnclearLetters(tx, { programmeId, mailingId: id, now });
    if (returned === 0) throw new Problem("conflict");
    await updateMailing(tx, { programmeId, id, set: { endedAt: null } });
    const turn = { programmeId, mailingId: id, askedBy: doneBy, now, runAfter: now };
    await enqueueMailing(tx, turn);
    await audit(tx, doing, "sent-mailing-again", id);
  });
}

async function audit(db: Db, doing: Doing, action: string, subject: string): Promise<void> {
  const { programmeId, now, doneBy } = doing;
  await insertAuditEvent(db, { programmeId, at: now, actor: doneBy, action, subject });
}
