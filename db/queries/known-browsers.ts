import type { Db } from "../connect.ts";

interface Browser {
  staffUserId: string;
  tokenHash: Buffer;
  now: Date;
}

export async function isKnownBrowser(
  db: Db,
  { staffUserId, tokenHash }: Omit<Browser, "now">,
): Promise<boolean> {
  const found = await db
    .selectFrom("known_browser")
    .select("token_hash")
    .where("staff_user_id", "=", staffUserId)
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return found !== undefined;
}

/** Remembers the browser, and forgets those that were not used since `forgetBefore`. */
export async function rememberBrowser(
  db: Db,
  { staffUserId, tokenHash, now, forgetBefore }: Browser & { forgetBefore: Date },
): Promise<void> {
  await db
    .insertInto("known_browser")
    .values({ staff_user_id: staffUserId, token_hash: tokenHash, last_used_at: now })
    .onConflict((conflict) =>
      conflict.columns(["staff_user_id", "token_hash"]).doUpdateSet({ last_used_at: now }),
    )
    .execute();
  await db
    .deleteFrom("known_browser")
    .where("staff_user_id", "=", staffUserId)
    .where("last_used_at", "<", forgetBefore)
    .execute();
}
