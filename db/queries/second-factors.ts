import type { Db } from "../connect.ts";

/** Keeps a secret that is not confirmed yet; one that is in use is left alone. */
export async function keepTotpSecret(
  db: Db,
  { staffUserId, secret }: { staffUserId: string; secret: string },
): Promise<boolean> {
  const kept = await db
    .updateTable("staff_user")
    .set({ totp_secret: secret, totp_last_step: null })
    .where("id", "=", staffUserId)
    .where("totp_confirmed_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return kept !== undefined;
}

/** Takes a code's half minute, once: false when it, or a later one, was taken before. */
export async function takeTotpStep(
  db: Db,
  { staffUserId, step }: { staffUserId: string; step: number },
): Promise<boolean> {
  const taken = await db
    .updateTable("staff_user")
    .set({ totp_last_step: step })
    .where("id", "=", staffUserId)
    .where(({ eb, or }) => or([eb("totp_last_step", "is", null), eb("totp_last_step", "<", step)]))
    .returning("id")
    .executeTakeFirst();
  return taken !== undefined;
}

export async function confirmTotp(
  db: Db,
  { staffUserId, now }: { staffUserId: string; now: Date },
): Promise<void> {
  await db
    .updateTable("staff_user")
    .set({ totp_confirmed_at: now })
    .where("id", "=", staffUserId)
    .execute();
}

/** Forgets the secret and the recovery codes. */
export async function removeTotp(db: Db, staffUserId: string): Promise<void> {
  await db
    .updateTable("staff_user")
    .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
    .where("id", "=", staffUserId)
    .execute();
  await db.deleteFrom("recovery_code").where("staff_user_id", "=", staffUserId).execute();
}

/** New recovery codes in place of all earlier ones. */
export async function replaceRecoveryCodes(
  db: Db,
  { staffUserId, hashes }: { staffUserId: string; hashes: readonly Buffer[] },
): Promise<void> {
  await db.deleteFrom("recovery_code").where("staff_user_id", "=", staffUserId).execute();
  const rows = hashes.map((hash) => ({ staff_user_id: staffUserId, code_hash: hash }));
  await db.insertInto("recovery_code").values(rows).execute();
}

/** Uses a recovery code up; false when there is none such, or it was used before. */
export async function useRecoveryCode(
  db: Db,
  { staffUserId, codeHash, now }: { staffUserId: string; codeHash: Buffer; now: Date },
): Promise<boolean> {
  const used = await db
    .updateTable("recovery_code")
    .set({ used_at: now })
    .where("staff_user_id", "=", staffUserId)
    .where("code_hash", "=", codeHash)
    .where("used_at", "is", null)
    .returning("code_hash")
    .executeTakeFirst();
  return used !== undefined;
}

export async function countRecoveryCodes(db: Db, staffUserId: string): Promise<number> {
  const { left } = await db
    .selectFrom("recovery_code")
    .select(({ fn }) => fn.countAll<number>().as("left"))
    .where("staff_user_id", "=", staffUserId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return left;
}
