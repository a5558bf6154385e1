import type { Db } from "../connect.ts";

/** A token as its owner sees it; the token itself is stored only as a hash. */
export interface ApiToken {
  id: string;
  name: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedOn: string | null;
}

export async function insertApiToken(
  db: Db,
  token: {
    programmeId: string;
    staffUserId: string;
    name: string;
    tokenHash: Buffer;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<string> {
  const { id } = await db
    .insertInto("api_token")
    .values({
      programme_id: token.programmeId,
      staff_user_id: token.staffUserId,
      name: token.name,
      token_hash: token.tokenHash,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

interface Owner {
  programmeId: string;
  staffUserId: string;
}

/** Somebody's tokens of one programme that still open it, oldest first. */
export async function listApiTokens(
  db: Db,
  { programmeId, staffUserId }: Owner,
  now: Date,
): Promise<ApiToken[]> {
  return await db
    .selectFrom("api_token")
    .select([
      "id",
      "name",
      "created_at as createdAt",
      "expires_at as expiresAt",
      "last_used_on as lastUsedOn",
    ])
    .where("programme_id", "=", programmeId)
    .where("staff_user_id", "=", staffUserId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

/** Withdraws one of somebody's own tokens; says whether it was still valid. */
export async function revokeApiToken(
  db: Db,
  { programmeId, staffUserId, id }: Owner & { id: string },
  now: Date,
): Promise<boolean> {
  const revoked = await db
    .updateTable("api_token")
    .set({ revoked_at: now })
    .where("programme_id", "=", programmeId)
    .where("staff_user_id", "=", staffUserId)
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return revoked !== undefined;
}

/** Whose token this is and what it opens; undefined when it expired, was withdrawn, or its owner was disabled. */
export async function findApiToken(
  db: Db,
  tokenHash: Buffer,
  now: Date,
): Promise<(Owner & { id: string }) | undefined> {
  return await db
    .selectFrom("api_token")
    .innerJoin("staff_user", "staff_user.id", "api_token.staff_user_id")
    .select([
      "api_token.id as id",
      "api_token.programme_id as programmeId",
      "api_token.staff_user_id as staffUserId",
    ])
    .where("api_token.token_hash", "=", tokenHash)
    .where("api_token.revoked_at", "is", null)
    .where("api_token.expires_at", ">", now)
    .where("staff_user.disabled_at", "is", null)
    .executeTakeFirst();
}

/** Notes the day of use, with at most one write a day. */
export async function touchApiToken(
  db: Db,
  { programmeId, id }: { programmeId: string; id: string },
  day: string,
): Promise<void> {
  await db
    .updateTable("api_token")
    .set({ last_used_on: day })
    .where("programme_id", "=", programmeId)
    .where("id", "=", id)
    .where(({ eb, or }) => or([eb("last_used_on", "is", null), eb("last_used_on", "<", day)]))
    .execute();
}
