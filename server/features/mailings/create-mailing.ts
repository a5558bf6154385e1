import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { insertLetters, returnUnclearLetters } from "../../../db/queries/letters.ts";
import {
  findMailing,
  insertMailing,
  listRecipients,
  updateMailing,
} from "../../../db/queries/mailings.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import type { WrittenMailing } from "./read-mailing.ts";
import { enqueueMailing } from "./send-mailing.ts";

/** Who does it, in which programme, and when. */
interface Doing {
  programmeId: string;
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
    const id = await insertMailing(tx, { programmeId, createdBy: doneBy, now, ...mailing });
    if (chosen.length > 0) await addressChosen(tx, { programmeId, id, chosen, mailing, now });
    const turn = { programmeId, mailingId: id, askedBy: doneBy, now, runAfter: mailing.sendAt };
    await enqueueMailing(tx, turn);
    await audit(tx, doing, "created-mailing", id);
  });
}

async function addressChosen(
  db: Db,
  {
    programmeId,
    id,
    chosen,
    mailing,
    now,
  }: {
    programmeId: string;
    id: string;
    chosen: readonly string[];
    mailing: WrittenMailing;
    now: Date;
  },
): Promise<void> {
  const known = await listRecipients(db, { programmeId, enrolmentIds: chosen });
  const enrolmentIds = known
    .filter(({ email }) => email !== "")
    .map(({ enrolmentId }) => enrolmentId);
  const letters = { programmeId, mailingId: id, enrolmentIds, notBefore: mailing.sendAt };
  await insertLetters(db, letters);
  await updateMailing(db, { programmeId, id, set: { preparedAt: now } });
}

/** Calls a mailing off: letters that have not gone out stay. */
export async function cancelMailing(db: Db, doing: Doing, id: string): Promise<void> {
  const { programmeId, now } = doing;
  await inTransaction(db, async (tx) => {
    const mailing = await findMailing(tx, { programmeId, id, isLocked: true });
    if (!mailing) throw new Problem("not-found");
    if (mailing.endedAt !== null || mailing.cancelledAt !== null) throw new Problem("conflict");
    await updateMailing(tx, { programmeId, id, set: { cancelledAt: now } });
    await audit(tx, doing, "cancelled-mailing", id);
  });
}

/** Sends again what nobody knows the fate of: a decision of a person, who was told that some may get it twice. */
export async function sendAgain(db: Db, doing: Doing, id: string): Promise<void> {
  const { programmeId, doneBy, now } = doing;
  await inTransaction(db, async (tx) => {
    const mailing = await findMailing(tx, { programmeId, id, isLocked: true });
    if (!mailing) throw new Problem("not-found");
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
