import type { SignInMethod } from "../../server/domain/staff/sign-in-method.ts";
import type { StaffRole } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

/** A person who works with programmes, as a session knows them. */
export interface Staff {
  id: string;
  organisationId: string;
  displayName: string;
  language: string;
  isAdministrator: boolean;
  sessionHash: Buffer;
  signedInAt: Date;
  method: SignInMethod;
}

/** Whose session this is; undefined when it expired, lay idle, was ended, or its user was disabled. */
export async function findStaffBySession(
  db: Db,
  { tokenHash, now, seenAfter }: { tokenHash: Buffer; now: Date; seenAfter: Date },
): Promise<(Staff & { lastSeenAt: Date }) | undefined> {
  return await db
    .selectFrom("staff_session")
    .innerJoin("staff_user", "staff_user.id", "staff_session.staff_user_id")
    .select([
      "staff_user.id as id",
      "staff_user.organisation_id as organisationId",
      "staff_user.display_name as displayName",
      "staff_user.language as language",
      "staff_user.is_administrator as isAdministrator",
      "staff_session.token_hash as sessionHash",
      "staff_session.created_at as signedInAt",
      "staff_session.last_seen_at as lastSeenAt",
      "staff_session.method as method",
    ])
    .where("staff_session.token_hash", "=", tokenHash)
    .where("staff_session.expires_at", ">", now)
    .where("staff_session.last_seen_at", ">", seenAfter)
    .where("staff_user.disabled_at", "is", null)
    .executeTakeFirst();
}

/** Notes that a session is in use; asked for now and then, not with every page. */
export async function touchSession(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await db
    .updateTable("staff_session")
    .set({ last_seen_at: now })
    .where("token_hash", "=", tokenHash)
    .execute();
}

/** A role somebody holds in a programme: everywhere, or in one locality alone. */
export interface HeldRole {
  role: StaffRole;
  localityId: string | null;
}

/** All that a person holds in one programme. */
export async function listHeldRoles(
  db: Db,
  key: { staffUserId: string; programmeId: string },
): Promise<HeldRole[]> {
  return await db
    .selectFrom("staff_role")
    .select(["role", "locality_id as localityId"])
    .where("programme_id", "=", key.programmeId)
    .where("staff_user_id", "=", key.staffUserId)
    .orderBy("role")
    .orderBy("locality_id")
    .execute();
}

/** The roles that a person holds in the whole of a programme; those of single localities do not count here. */
export async function listRoles(
  db: Db,
  key: { staffUserId: string; programmeId: string },
): Promise<StaffRole[]> {
  const held = await listHeldRoles(db, key);
  return held.filter(({ localityId }) => localityId === null).map(({ role }) => role);
}
