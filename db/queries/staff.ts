import type { StaffRole } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

/** A person who works with programmes, as a session knows them. */
export interface Staff {
  id: string;
  displayName: string;
  language: string;
  isAdministrator: boolean;
  sessionHash: Buffer;
}

/** Marks a one-time link as used and says whose it was; a link opens once, before it expires, for a user not disabled. */
export async function useSignInLink(
  db: Db,
  tokenHash: Buffer,
  now: Date,
): Promise<string | undefined> {
  const used = await db
    .updateTable("sign_in_link")
    .set({ used_at: now })
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("staff_user")
          .select("staff_user.id")
          .whereRef("staff_user.id", "=", "sign_in_link.staff_user_id")
          .where("disabled_at", "is", null),
      ),
    )
    .returning("staff_user_id")
    .executeTakeFirst();
  return used?.staff_user_id;
}

export async function isSignInLinkOpen(db: Db, tokenHash: Buffer, now: Date): Promise<boolean> {
  const link = await db
    .selectFrom("sign_in_link")
    .select("token_hash")
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return link !== undefined;
}

export async function insertSignInLink(
  db: Db,
  link: { tokenHash: Buffer; staffUserId: string; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto("sign_in_link")
    .values({
      token_hash: link.tokenHash,
      staff_user_id: link.staffUserId,
      expires_at: link.expiresAt,
    })
    .execute();
}

export async function insertSession(
  db: Db,
  session: { tokenHash: Buffer; staffUserId: string; now: Date; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto("staff_session")
    .values({
      token_hash: session.tokenHash,
      staff_user_id: session.staffUserId,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute();
}

export async function deleteSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom("staff_session").where("token_hash", "=", tokenHash).execute();
}

/** Whose session this is; undefined when it expired, was ended, or its user was disabled. */
export async function findStaffBySession(
  db: Db,
  tokenHash: Buffer,
  now: Date,
): Promise<Staff | undefined> {
  return await db
    .selectFrom("staff_session")
    .innerJoin("staff_user", "staff_user.id", "staff_session.staff_user_id")
    .select([
      "staff_user.id as id",
      "staff_user.display_name as displayName",
      "staff_user.language as language",
      "staff_user.is_administrator as isAdministrator",
      "staff_session.token_hash as sessionHash",
    ])
    .where("staff_session.token_hash", "=", tokenHash)
    .where("staff_session.expires_at", ">", now)
    .where("staff_user.disabled_at", "is", null)
    .executeTakeFirst();
}

/** The roles that a person holds in one programme. */
export async function listRoles(
  db: Db,
  key: { staffUserId: string; programmeId: string },
): Promise<StaffRole[]> {
  const rows = await db
    .selectFrom("staff_role")
    .select("role")
    .distinct()
    .where("programme_id", "=", key.programmeId)
    .where("staff_user_id", "=", key.staffUserId)
    .execute();
  return rows.map((row) => row.role);
}
