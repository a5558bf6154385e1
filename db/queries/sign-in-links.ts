import type { Db } from "../connect.ts";
import type { SignInLinkKind } from "../schema/staff.ts";

export interface OpenLink {
  staffUserId: string;
  displayName: string;
  kind: SignInLinkKind;
  /** Set for a link that works only in the browser in which it was asked for. */
  browserHash: Buffer | null;
}

export async function insertSignInLink(
  db: Db,
  link: {
    tokenHash: Buffer;
    staffUserId: string;
    expiresAt: Date;
    kind?: SignInLinkKind;
    browserHash?: Buffer;
  },
): Promise<void> {
  await db
    .insertInto("sign_in_link")
    .values({
      token_hash: link.tokenHash,
      staff_user_id: link.staffUserId,
      expires_at: link.expiresAt,
      kind: link.kind ?? "link",
      browser_hash: link.browserHash ?? null,
    })
    .execute();
}

/** A link that still opens: not used, not expired, and its user not disabled. */
export async function findSignInLink(
  db: Db,
  tokenHash: Buffer,
  now: Date,
): Promise<OpenLink | undefined> {
  return await db
    .selectFrom("sign_in_link")
    .innerJoin("staff_user", "staff_user.id", "sign_in_link.staff_user_id")
    .select([
      "staff_user.id as staffUserId",
      "staff_user.display_name as displayName",
      "sign_in_link.kind as kind",
      "sign_in_link.browser_hash as browserHash",
    ])
    .where("sign_in_link.token_hash", "=", tokenHash)
    .where("sign_in_link.used_at", "is", null)
    .where("sign_in_link.expires_at", ">", now)
    .where("staff_user.disabled_at", "is", null)
    .executeTakeFirst();
}

/** Marks a link as used and says whether it was still open: of two who press at once, one gets in. */
export async function useSignInLink(db: Db, tokenHash: Buffer, now: Date): Promise<boolean> {
  const used = await db
    .updateTable("sign_in_link")
    .set({ used_at: now })
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returning("token_hash")
    .executeTakeFirst();
  return used !== undefined;
}

/** Withdraws whatever links somebody has not used yet. */
export async function deleteOpenLinks(db: Db, staffUserId: string): Promise<void> {
  await db
    .deleteFrom("sign_in_link")
    .where("staff_user_id", "=", staffUserId)
    .where("used_at", "is", null)
    .execute();
}
