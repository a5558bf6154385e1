import { createHmac } from "node:crypto";
import { findMatchingEnd } from "../../../db/queries/code-matching.ts";
import type { LocalityInvitation } from "../../../db/queries/invitations.ts";
import { countEvent } from "../../../db/queries/rate-limits.ts";
import { findOrInsertSelfMadeCode, hasSelfMadeCodes } from "../../../db/queries/self-made-codes.ts";
import { textsToHash } from "../../domain/pairing/self-made-code.ts";
import { Problem } from "../../domain/problem.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { limitKeyOf } from "../../http/client-address.ts";
import { type Entered, letIn } from "./enter-code.ts";
import type { AnsweringDeps } from "./participant.ts";

const windowSeconds = 600;
const mostMade = 100;

/**
 * Lets somebody in by a code made of six elements: the code that the same choices named before, else a new one.
 * Nothing of the elements is stored, and whether the code was new is not told.
 */
export async function makeCode(
  deps: AnsweringDeps,
  input: { place: LocalityInvitation; values: readonly string[]; address: string },
): Promise<Entered> {
  const { place, values } = input;
  if (place.identityMode !== "self-made") throw new Problem("not-allowed");
  const now = deps.now();
  const limit = { key: `make ${limitKeyOf(input.address)}`, now, windowSeconds };
  if ((await countEvent(deps.db, limit)) > mostMade) throw new Problem("too-many-tries");
  const key = await findOrMakeKey(deps, place.programmeId);
  const code = {
    programmeId: place.programmeId,
    localityId: place.localityId,
    hashes: hashesOf(key, values),
    createdOn: calendarDay(now, place.timeZone),
  };
  const accessCodeId = await findOrInsertSelfMadeCode(deps.db, code);
  return await letIn(deps, { programmeId: place.programmeId, accessCodeId });
}

/** When matching is over, and where the key of codes that exist is gone, a new key would match nothing. */
async function findOrMakeKey(
  { db, pairingKeys }: AnsweringDeps,
  programmeId: string,
): Promise<Buffer> {
  if (await findMatchingEnd(db, programmeId)) throw new Problem("wave-closed");
  const key = await pairingKeys.find(programmeId);
  if (key) return key;
  if (await hasSelfMadeCodes(db, programmeId)) throw new Problem("wave-closed");
  return await pairingKeys.make(programmeId);
}

/** HMAC-SHA-256 with the programme's key, of the whole code and of the code without each element. */
export function hashesOf(
  key: Buffer,
  values: readonly string[],
): { place: number; hash: Buffer }[] {
  return textsToHash(values).map(({ place, text }) => ({
    place,
    hash: createHmac("sha256", key).update(text).digest(),
  }));
}
