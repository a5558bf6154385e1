import type { Db } from "../../../db/connect.ts";
import { insertSignInLink } from "../../../db/queries/staff.ts";
import { newSecret } from "../../http/session.ts";

const linkHours = 24;

/** Makes a link that signs one person in, once, within a day. Returns the path; the token is stored only as a hash. */
export async function makeSignInLink(
  db: Db,
  { staffUserId, now }: { staffUserId: string; now: Date },
): Promise<string> {
  const { secret, hash } = newSecret();
  const expiresAt = new Date(now.getTime() + linkHours * 3_600_000);
  await insertSignInLink(db, { tokenHash: hash, staffUserId, expiresAt });
  return `/sign-in/${secret}`;
}
