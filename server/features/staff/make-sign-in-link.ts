import type { Db } from "../../../db/connect.ts";
import { insertSignInLink } from "../../../db/queries/sign-in-links.ts";
import type { SignInLinkKind } from "../../../db/schema/staff.ts";
import { newSecret } from "../../http/session.ts";

const linkMinutes: Record<SignInLinkKind, number> = {
  link: 24 * 60,
  letter: 15,
  invitation: 7 * 24 * 60,
};

interface Wish {
  staffUserId: string;
  now: Date;
  kind?: SignInLinkKind;
  /** For a link that is to work in one browser alone. */
  browserHash?: Buffer;
}

/** Makes a link that signs one person in, once, for a while. Returns the path; the token is stored only as a hash. */
export async function makeSignInLink(
  db: Db,
  { staffUserId, now, kind = "link", browserHash }: Wish,
): Promise<string> {
  const { secret, hash } = newSecret();
  const expiresAt = new Date(now.getTime() + linkMinutes[kind] * 60_000);
  await insertSignInLink(db, { tokenHash: hash, staffUserId, expiresAt, kind, browserHash });
  return `/sign-in/${secret}`;
}
