import { randomInt } from "node:crypto";
import { insertDrawnCode, insertEntry } from "../../../db/queries/access-codes.ts";
import { findInvitation, type LocalityInvitation } from "../../../db/queries/invitations.ts";
import { countEvent, countedEvents } from "../../../db/queries/rate-limits.ts";
import { drawAccessCode, readAccessCode } from "../../domain/pairing/access-code.ts";
import { Problem } from "../../domain/problem.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { limitKeyOf } from "../../http/client-address.ts";
import { hashOf, newSecret } from "../../http/session.ts";
import type { Credential } from "./credential.ts";
import type { AnsweringDeps } from "./participant.ts";

const windowSeconds = 600;
/** Unknown codes from one address before it is asked to wait. A hall of people behind one address mistypes less. */
export const mostFailedTries = 20;
/**
 * Beyond this, nothing typed from the address is looked up any more: no room of people gets here, as the check letter
 * stops 15 of 16 mistyped codes before they count. It leaves a guesser 28,800 tries a day among 268 million codes.
 */
export const mostTriesBeforeFlood = 200;
const mostDrawn = 100;

/** A way in that was just made, and whose it is. */
export interface Entered {
  credential: Credential;
  accessCodeId: string;
}

export type EnteredCode =
  | ({ outcome: "entered" } & Entered)
  | { outcome: "mistyped" | "unknown" | "tooManyTries" };

/**
 * Looks up a typed code. A code whose check letter is wrong is told apart, which is arithmetic and reveals nothing;
 * unknown, revoked and foreign codes are one and the same. A good code is never counted.
 */
export async function enterCode(
  deps: AnsweringDeps,
  input: { typed: string; address: string; place: LocalityInvitation | undefined },
): Promise<EnteredCode> {
  const typed = readAccessCode(input.typed);
  if (!typed.ok) return { outcome: "mistyped" };
  const limit = { key: `code ${limitKeyOf(input.address)}`, now: deps.now() };
  if ((await countedEvents(deps.db, limit)) >= mostTriesBeforeFlood) {
    return { outcome: "tooManyTries" };
  }
  const found = await findInvitation(deps.db, hashOf(typed.code));
  const isForeign = input.place && found?.programmeId !== input.place.programmeId;
  if (found?.entryKind !== "code" || isForeign) {
    const tries = await countEvent(deps.db, { ...limit, windowSeconds });
    return { outcome: tries > mostFailedTries ? "tooManyTries" : "unknown" };
  }
  return { outcome: "entered", ...(await letIn(deps, found)) };
}

/** The browser gets a token of its own: the code itself, in a cookie, could be guessed past every limit. */
export async function letIn(
  { db }: AnsweringDeps,
  { programmeId, accessCodeId }: { programmeId: string; accessCodeId: string },
): Promise<Entered> {
  const { secret, hash } = newSecret();
  await insertEntry(db, { hash, kind: "code", programmeId, accessCodeId });
  return { credential: { kind: "code", secret }, accessCodeId };
}

/** Draws a new code for somebody without a card, where the programme keeps no register. */
export async function drawCode(
  deps: AnsweringDeps,
  { place, address }: { place: LocalityInvitation; address: string },
): Promise<Entered> {
  if (place.identityMode !== "bowl") throw new Problem("not-allowed");
  const now = deps.now();
  const limit = { key: `draw ${limitKeyOf(address)}`, now, windowSeconds };
  if ((await countEvent(deps.db, limit)) > mostDrawn) throw new Problem("too-many-tries");
  const createdOn = calendarDay(now, place.timeZone);
  for (;;) {
    const code = drawAccessCode(randomInt);
    const drawn = { ...place, code, hash: hashOf(code), createdOn };
    const accessCodeId = await insertDrawnCode(deps.db, drawn);
    // One in millions: the code is somebody's already.
    if (accessCodeId) return letIn(deps, { ...place, accessCodeId });
  }
}
