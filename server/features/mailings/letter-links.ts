import { createHmac, randomBytes, randomInt } from "node:crypto";
import type { Db } from "../../../db/connect.ts";
import { insertCardHolder } from "../../../db/queries/card-holders.ts";
import { insertCardCode } from "../../../db/queries/cards.ts";
import {
  findTypedCode,
  insertCodeLink,
  insertLocalityLink,
} from "../../../db/queries/letter-links.ts";
import type { PairingKeys } from "../../deps.ts";
import { drawAccessCode } from "../../domain/pairing/access-code.ts";
import { hashOf } from "../../http/session.ts";

/** 128 bits, as card links have. */
const tokenBytes = 16;

/** Where a link is made: the key of the programme, and what its address begins with. */
export interface LinkMaking {
  linkKeys: PairingKeys;
  /** Such as https://apklausos.example.org. */
  origin: string;
  programmeId: string;
}

/**
 * Somebody's link: derived from the access code and the programme's key, so that every letter carries the same one, and
 * neither the database alone nor the key alone can make it. A card issued anew has another code, and so another link;
 * the old link stops working with the old card. Undefined where the code is no longer in use.
 */
export async function personalLink(
  db: Db,
  { linkKeys, origin, programmeId }: LinkMaking,
  accessCodeId: string,
): Promise<string | undefined> {
  const code = await findTypedCode(db, { programmeId, accessCodeId });
  if (code === undefined) return undefined;
  const key = await linkKeys.make(programmeId);
  const token = tokenFrom(key, `person ${accessCodeId} ${code}`);
  await insertCodeLink(db, { hash: hashOf(token), programmeId, accessCodeId });
  return `${origin}/l/${token}`;
}

/** The general link of a locality, the same each time; it asks for the code on the card. */
export async function generalLink(
  db: Db,
  { linkKeys, origin, programmeId }: LinkMaking,
  localityId: string,
): Promise<string> {
  const token = tokenFrom(await linkKeys.make(programmeId), `locality ${localityId}`);
  await insertLocalityLink(db, { hash: hashOf(token), programmeId, localityId });
  return `${origin}/l/${token}`;
}

function tokenFrom(key: Buffer, subject: string): string {
  const mac = createHmac("sha256", key).update(subject).digest();
  return mac.subarray(0, tokenBytes).toString("base64url");
}

const mostDraws = 10;

/** An access code for somebody of the register who has no card yet, so that a letter can carry a link of their own. */
export async function giveCode(
  db: Db,
  given: {
    programmeId: string;
    localityId: string;
    enrolmentId: string;
    today: string;
    now: Date;
  },
): Promise<string> {
  const { programmeId, localityId, enrolmentId, now } = given;
  for (let draw = 0; draw < mostDraws; draw++) {
    const code = drawAccessCode(randomInt);
    // Its first link is thrown away unseen: the letter's own is derived, and comes beside it.
    const linkHash = hashOf(randomBytes(32).toString("base64url"));
    const card = { programmeId, localityId, code, codeHash: hashOf(code), linkHash };
    const accessCodeId = await insertCardCode(db, { ...card, createdOn: given.today });
    if (accessCodeId === undefined) continue;
    await insertCardHolder(db, { programmeId, accessCodeId, enrolmentId, now });
    return accessCodeId;
  }
  throw new Error("no free code was found");
}
