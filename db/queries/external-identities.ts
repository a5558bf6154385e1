import type { Db } from "../connect.ts";

interface ExternalIdentity {
  issuer: string;
  subject: string;
}

/** Whom an issuer's subject stands for here; a disabled user is nobody. */
export async function findByExternalIdentity(
  db: Db,
  { issuer, subject }: ExternalIdentity,
): Promise<{ staffUserId: string } | undefined> {
  return await db
    .selectFrom("external_identity")
    .innerJoin("staff_user", "staff_user.id", "external_identity.staff_user_id")
    .select("staff_user.id as staffUserId")
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .where("staff_user.disabled_at", "is", null)
    .executeTakeFirst();
}

/** Whether the account already answers to some subject of this issuer: then a second one never takes it over. */
export async function hasExternalIdentity(
  db: Db,
  { issuer, staffUserId }: { issuer: string; staffUserId: string },
): Promise<boolean> {
  const found = await db
    .selectFrom("external_identity")
    .select("subject")
    .where("issuer", "=", issuer)
    .where("staff_user_id", "=", staffUserId)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertExternalIdentity(
  db: Db,
  identity: ExternalIdentity & { staffUserId: string; now: Date },
): Promise<void> {
  await db
    .insertInto("external_identity")
    .values({
      issuer: identity.issuer,
      subject: identity.subject,
      staff_user_id: identity.staffUserId,
      created_at: identity.now,
    })
    .execute();
}

export async function deleteExternalIdentitiesOf(db: Db, staffUserId: string): Promise<void> {
  await db.deleteFrom("external_identity").where("staff_user_id", "=", staffUserId).execute();
}
