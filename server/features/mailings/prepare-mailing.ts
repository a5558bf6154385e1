import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { listAnsweredCodes } from "../../../db/queries/letter-links.ts";
import { insertLetters } from "../../../db/queries/letters.ts";
import {
  findMailing,
  listRecipients,
  type Mailing,
  type RecipientWithCards,
  updateMailing,
} from "../../../db/queries/mailings.ts";
import { lockPeople } from "../../../db/queries/participant-imports.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { chooseRecipients } from "../../domain/mailing/recipients.ts";
import { answerableLocalities, gatherFacts } from "./write-letter.ts";

/**
 * Makes a mailing's letters out, once, when it is due. Who still has to be reminded is found here and told to nobody:
 * people and answers are looked up by themselves, and meet in this function alone. Where nobody knows whose card is
 * whose, everybody is reminded.
 */
export async function prepareMailing(
  db: Db,
  key: { programmeId: string; id: string; now: Date },
): Promise<void> {
  const { programmeId, id, now } = key;
  await inTransaction(db, async (tx) => {
    await lockPeople(tx, programmeId);
    const mailing = await findMailing(tx, { programmeId, id, isLocked: true });
    if (!mailing || mailing.preparedAt !== null || mailing.cancelledAt !== null) return;
    const enrolmentIds = await recipientsOf(tx, { programmeId, mailing, now });
    await insertLetters(tx, { programmeId, mailingId: id, enrolmentIds, notBefore: now });
    await updateMailing(tx, { programmeId, id, set: { preparedAt: now } });
    // How many are missing is a count of answers: it is not written down.
    const about = { programmeId, at: now, actor: "system" };
    await insertAuditEvent(tx, { ...about, action: "prepared-mailing", subject: id });
  });
}

async function recipientsOf(
  db: Db,
  { programmeId, mailing, now }: { programmeId: string; mailing: Mailing; now: Date },
): Promise<string[]> {
  const facts = await gatherFacts(db, { programmeId, waveId: mailing.waveId });
  const answerable = new Set(answerableLocalities(facts, now));
  const all = await listRecipients(db, { programmeId, localityId: mailing.localityId });
  const isPersonal = facts.programme.identityMode === "register";
  const answered = mailing.isBlind
    ? await answeredAmong(db, { programmeId, waveId: mailing.waveId, all })
    : new Set<string>();
  const chosen = chooseRecipients(all, { answered, isPersonal });
  return chosen
    .filter(({ localityId }) => answerable.has(localityId))
    .map(({ enrolmentId }) => enrolmentId);
}

async function answeredAmong(
  db: Db,
  asked: { programmeId: string; waveId: string; all: readonly RecipientWithCards[] },
): Promise<Set<string>> {
  const answered = new Set(await listAnsweredCodes(db, asked));
  const done = asked.all.filter(({ accessCodeIds }) =>
    accessCodeIds.some((id) => answered.has(id)),
  );
  return new Set(done.map(({ enrolmentId }) => enrolmentId));
}
