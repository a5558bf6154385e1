import type { Db } from "../../../db/connect.ts";
import { listAnsweredCodes } from "../../../db/queries/letter-links.ts";
import {
  listRecipients,
  type Mailing,
  type RecipientWithCards,
} from "../../../db/queries/mailings.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { PairingKeys } from "../../deps.ts";
import { isReachable } from "../../domain/mailing/recipients.ts";
import { isEmailAddress } from "../../domain/participant/contact.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { generalLink, giveCode, personalLink } from "./letter-links.ts";
import { answerableLocalities, type LetterFacts, writeLetter } from "./write-letter.ts";

export interface AddressedLetter {
  to: string;
  subject: string;
  text: string;
}

interface Addressing {
  linkKeys: PairingKeys;
  origin: string;
  facts: LetterFacts;
  mailing: Mailing;
  enrolmentId: string;
  now: Date;
}

/**
 * The letter as it goes out, to the address as it stands now. Undefined where it has become needless: the person
 * withdrew, has no address any more or one from which letters come back, answered meanwhile, or the wave has closed there.
 */
export async function addressLetter(
  db: Db,
  addressing: Addressing,
): Promise<AddressedLetter | undefined> {
  const { facts, mailing, enrolmentId, now } = addressing;
  const programmeId = facts.programme.id;
  const [recipient] = await listRecipients(db, { programmeId, enrolmentIds: [enrolmentId] });
  if (!recipient || !isReachable(recipient) || !isEmailAddress(recipient.email)) return undefined;
  if (!answerableLocalities(facts, now).includes(recipient.localityId)) return undefined;
  if (mailing.isBlind && (await hasAnswered(db, mailing, facts, recipient))) {
    return undefined;
  }
  const link = await inTransaction(db, (tx) => linkFor(tx, addressing, recipient));
  const written = writeLetter(mailing, facts, { localityId: recipient.localityId, link });
  return { to: recipient.email, ...written };
}

/** A shared box, and whoever's card nobody knows, gets the locality's general link, which asks for the code on the card. */
async function linkFor(
  db: Db,
  { linkKeys, origin, facts, now }: Addressing,
  recipient: RecipientWithCards,
): Promise<string> {
  const { programme } = facts;
  const making = { linkKeys, origin, programmeId: programme.id };
  const { localityId, enrolmentId, accessCodeIds } = recipient;
  if (programme.identityMode !== "register" || recipient.isShared) {
    return await generalLink(db, making, localityId);
  }
  const today = calendarDay(now, programme.timeZone);
  const given = { programmeId: programme.id, localityId, enrolmentId, today, now };
  const accessCodeId = accessCodeIds[0] ?? (await giveCode(db, given));
  const link = await personalLink(db, making, accessCodeId);
  return link ?? (await generalLink(db, making, localityId));
}

async function hasAnswered(
  db: Db,
  { waveId }: Mailing,
  { programme }: LetterFacts,
  { accessCodeIds, isShared }: RecipientWithCards,
): Promise<boolean> {
  if (isShared) return false;
  const answered = await listAnsweredCodes(db, { programmeId: programme.id, waveId });
  return accessCodeIds.some((id) => answered.includes(id));
}
