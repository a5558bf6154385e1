import type { SignInMethod } from "../../server/domain/staff/sign-in-method.ts";
import type { Db } from "../connect.ts";

export interface StaffSession {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  method: SignInMethod;
  device: string;
  tokenHash: Buffer;
}

export async function insertSession(
  db: Db,
  session: {
    tokenHash: Buffer;
    staffUserId: string;
    now: Date;
    expiresAt: Date;
    method?: SignInMethod;
    device?: string;
  },
): Promise<void> {
  await db
    .insertInto("staff_session")
    .values({
      token_hash: session.tokenHash,
      staff_user_id: session.staffUserId,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
      method: session.method ?? "link",
      device: session.device ?? "",
    })
    .execute();
}

export async function deleteSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom("staff_session").where("token_hash", "=", tokenHash).execute();
}

/** Ends every session of a person; says how many there were. */
export async function deleteSessionsOf(db: Db, staffUserId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("staff_session")
    .where("staff_user_id", "=", staffUserId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Ends all sessions of a person but one. */
export async function deleteOtherSessions(
  db: Db,
  { staffUserId, except }: { staffUserId: string; except: Buffer },
): Promise<void> {
  await db
    .deleteFrom("staff_session")
    .where("staff_user_id", "=", staffUserId)
    .where("token_hash", "<>", except)
    .execute();
}

/** Ends one of a person's own sessions, named by its id; false when there is none. */
export async function deleteSessionById(
  db: Db,
  { staffUserId, id }: { staffUserId: string; id: string },
): Promise<boolean> {
  const ended = await db
    .deleteFrom("staff_session")
    .where("staff_user_id", "=", staffUserId)
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  return ended !== undefined;
}

/** A person's sessions that still open something, the newest first. */
export async function listSessions(
  db: Db,
  { staffUserId, now, seenAfter }: { staffUserId: string; now: Date; seenAfter: Date },
): Promise<StaffSession[]> {
  return await db
    .selectFrom("staff_session")
    .select([
      "id",
      "created_at as createdAt",
      "last_seen_at as lastSeenAt",
      "method",
      "device",
      "token_hash as tokenHash",
    ])
    .where("staff_user_id", "=", staffUserId)
    .where("expires_at", ">", now)
    .where("last_seen_at", ">", seenAfter)
    .orderBy("created_at", "desc")
    .execute();
}

/** Sessions and half-done sign-ins that are over are swept out when somebody signs in. */
export async function deleteOverdueSessions(
  db: Db,
  { now, seenBefore }: { now: Date; seenBefore: Date },
): Promise<void> {
  await db
    .deleteFrom("staff_session")
    .where(({ eb, or }) => or([eb("expires_at", "<=", now), eb("last_seen_at", "<=", seenBefore)]))
    .execute();
  await db.deleteFrom("sign_in_step").where("expires_at", "<=", now).execute();
}
