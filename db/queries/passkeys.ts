import type { Db } from "../connect.ts";

export interface Passkey {
  id: string;
  staffUserId: string;
  name: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
}

const passkeyColumns = [
  "passkey.id as id",
  "passkey.staff_user_id as staffUserId",
  "passkey.name as name",
  "passkey.public_key as publicKey",
  "passkey.counter as counter",
  "passkey.transports as transports",
  "passkey.created_at as createdAt",
  "passkey.last_used_at as lastUsedAt",
] as const;

/** A passkey of somebody who may come in. */
export async function findPasskey(db: Db, id: string): Promise<Passkey | undefined> {
  return await db
    .selectFrom("passkey")
    .innerJoin("staff_user", "staff_user.id", "passkey.staff_user_id")
    .select(passkeyColumns)
    .where("passkey.id", "=", id)
    .where("staff_user.disabled_at", "is", null)
    .executeTakeFirst();
}

export async function listPasskeys(db: Db, staffUserId: string): Promise<Passkey[]> {
  return await db
    .selectFrom("passkey")
    .select(passkeyColumns)
    .where("staff_user_id", "=", staffUserId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

/** False when this very passkey is known already. */
export async function insertPasskey(
  db: Db,
  passkey: Omit<Passkey, "lastUsedAt">,
): Promise<boolean> {
  const inserted = await db
    .insertInto("passkey")
    .values({
      id: passkey.id,
      staff_user_id: passkey.staffUserId,
      name: passkey.name,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      created_at: passkey.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function notePasskeyUse(
  db: Db,
  { id, counter, now }: { id: string; counter: number; now: Date },
): Promise<void> {
  await db
    .updateTable("passkey")
    .set({ counter, last_used_at: now })
    .where("id", "=", id)
    .execute();
}

export async function deletePasskey(
  db: Db,
  { staffUserId, id }: { staffUserId: string; id: string },
): Promise<boolean> {
  const deleted = await db
    .deleteFrom("passkey")
    .where("staff_user_id", "=", staffUserId)
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  return deleted !== undefined;
}

export async function deletePasskeysOf(db: Db, staffUserId: string): Promise<void> {
  await db.deleteFrom("passkey").where("staff_user_id", "=", staffUserId).execute();
}
