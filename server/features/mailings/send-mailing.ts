import { z } from "zod";
import type { Db } from "../../../db/connect.ts";
import { enqueueJob } from "../../../db/queries/jobs.ts";
import {
  type ClaimedLetter,
  claimLetter,
  endLetter,
  findNextLetter,
  forgetLetters,
  forgetSentLetters,
  markUnclearLetters,
} from "../../../db/queries/letters.ts";
import {
  findMailing,
  listStrandedMailings,
  type Mailing,
  updateMailing,
} from "../../../db/queries/mailings.ts";
import type { Deps } from "../../deps.ts";
import type { JobContext, JobHandler, JobHandlers } from "../../jobs/job-handler.ts";
import type { Delivery, Mailer } from "../../mail/mailer.ts";
import { type AddressedLetter, addressLetter } from "./address-letter.ts";
import { prepareMailing } from "./prepare-mailing.ts";
import { gatherFacts } from "./write-letter.ts";

export const mailingJob = "mailing";

/** A letter claimed so long ago is nobody's any more: no mail server is waited for that long. */
const usuallyLostMilliseconds = 180_000;
/** How long to wait before a letter is tried again, by tries made: mail servers that defer ask for minutes. */
const pauses = [5, 15, 60, 240].map((minutes) => minutes * 60_000);
/** So many letters a job; then other work has its turn. */
const batch = 50;

const payloadSchema = z.object({ mailingId: z.uuid() });

interface Sending extends Pick<Deps, "linkKeys"> {
  mailer: Mailer;
  /** What links begin with: the public address, never what a request came to. */
  origin: string;
  lostMilliseconds?: number;
}

/** The handler of mailings where letters can be sent; elsewhere they wait for a server that can. */
export function mailingHandlers({ mailer, publicUrl, linkKeys }: Deps): JobHandlers {
  if (!mailer || !publicUrl) return {};
  return { [mailingJob]: sendMailing({ mailer, linkKeys, origin: publicUrl.origin }) };
}

/** Puts a mailing's next turn into the queue. */
export async function enqueueMailing(
  db: Db,
  turn: {
    programmeId: string;
    mailingId: string;
    askedBy: string | null;
    now: Date;
    runAfter: Date;
  },
): Promise<void> {
  const { mailingId, ...job } = turn;
  await enqueueJob(db, { ...job, kind: mailingJob, payload: { mailingId } });
}

/**
 * Puts mailings back into the queue that are due and that nothing works on: a job is given up after a few attempts, and
 * a server that stops that often must not leave letters lying. Says how many.
 */
export async function reviveMailings(db: Db, now: Date): Promise<number> {
  const stranded = await listStrandedMailings(db, now);
  for (const { programmeId, id } of stranded) {
    await enqueueMailing(db, { programmeId, mailingId: id, askedBy: null, now, runAfter: now });
  }
  return stranded.length;
}

/**
 * One turn of a mailing: letters are made out if they are not, and some are sent. Each is claimed, sent and marked in
 * steps that are committed by themselves, so that whatever happens between none goes out twice.
 */
export function sendMailing(sending: Sending): JobHandler {
  const { lostMilliseconds = usuallyLostMilliseconds } = sending;
  return async (payload, context) => {
    const { db, now, signal } = context;
    const { mailingId } = payloadSchema.parse(payload);
    const programmeId = context.programmeId ?? "";
    await prepareMailing(db, { programmeId, id: mailingId, now: now() });
    const mailing = await findMailing(db, { programmeId, id: mailingId });
    if (!mailing) return async () => undefined;
    const key = { programmeId, mailingId };
    const claimedBefore = new Date(now().getTime() - lostMilliseconds);
    await markUnclearLetters(db, { ...key, claimedBefore, now: now() });
    const address = await addresser(context, sending, mailing);
    for (let sent = 0; sent < batch && !signal.aborted; sent++) {
      const letter = await claimLetter(db, { ...key, now: now() });
      if (!letter) break;
      await sendLetter(context, { sending, programmeId, letter, addressed: await address(letter) });
    }
    return (tx) => endTurn(tx, { programmeId, mailing, now: now(), lostMilliseconds });
  };
}

async function addresser({ db, now, programmeId }: JobContext, sending: Sending, mailing: Mailing) {
  const facts = await gatherFacts(db, { programmeId: programmeId ?? "", waveId: mailing.waveId });
  return (letter: ClaimedLetter) =>
    addressLetter(db, { ...sending, facts, mailing, enrolmentId: letter.enrolmentId, now: now() });
}

async function sendLetter(
  { db, now }: JobContext,
  sent: {
    sending: Sending;
    programmeId: string;
    letter: ClaimedLetter;
    addressed: AddressedLetter | undefined;
  },
): Promise<void> {
  const { programmeId, letter, addressed, sending } = sent;
  const ended = { programmeId, id: letter.id };
  if (!addressed) {
    await endLetter(db, { ...ended, status: "needless", now: now() });
    return;
  }
  const host = new URL(sending.origin).hostname;
  const delivery = await sending.mailer.send({ ...addressed, messageId: `<${letter.id}@${host}>` });
  await endLetter(db, { ...ended, ...endOf(delivery, letter, now()), now: now() });
}

/** What becomes of a letter by what the mail server said; a server that keeps putting off is given up in the end. */
function endOf(delivery: Delivery, { attempts }: ClaimedLetter, now: Date) {
  if (delivery.outcome === "accepted") return { status: "sent" as const };
  const { reply } = delivery;
  if (delivery.outcome === "refused") return { status: "refused" as const, reply };
  const pause = pauses[attempts - 1];
  if (pause === undefined) return { status: "given-up" as const, reply };
  return { status: "waiting" as const, reply, notBefore: new Date(now.getTime() + pause) };
}

interface Ending {
  programmeId: string;
  mailing: Mailing;
  now: Date;
  lostMilliseconds: number;
}

/**
 * Either a next turn is put into the queue, or the mailing has ended; of reminders it is then forgotten whom they
 * reached, and of blind ones how many these were.
 */
async function endTurn(db: Db, ending: Ending): Promise<void> {
  const { programmeId, mailing, now, lostMilliseconds } = ending;
  const key = { programmeId, mailingId: mailing.id };
  const current = await findMailing(db, { programmeId, id: mailing.id, isLocked: true });
  if (!current) return;
  const { nextAt, isUnderWay } = await findNextLetter(db, key);
  const isOver = current.cancelledAt !== null || nextAt === null;
  if (isUnderWay || !isOver) {
    const soonest = isUnderWay ? new Date(now.getTime() + lostMilliseconds) : now;
    const runAfter = isOver ? soonest : new Date(Math.max(now.getTime(), nextAt?.getTime() ?? 0));
    await enqueueMailing(db, { ...key, askedBy: null, now, runAfter });
    return;
  }
  if (mailing.isBlind) await forgetLetters(db, key);
  else if (mailing.kind === "reminder") await forgetSentLetters(db, key);
  await updateMailing(db, { programmeId, id: mailing.id, set: { endedAt: now } });
}
