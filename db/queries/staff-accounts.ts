import { sql } from "kysely";
import type { Db } from "../connect.ts";

/** What is needed to let somebody in, or to change how they come in. */
export interface StaffAccount {
  id: string;
  organisationId: string;
  email: string;
  displayName: string;
  language: string;
  isAdministrator: boolean;
  passwordHash: string | null;
  totpSecret: string | null;
  totpConfirmedAt: Date | null;
  disabledAt: Date | null;
}

const accountColumns = [
  "id",
  "organisation_id as organisationId",
  "email",
  "display_name as displayName",
  "language",
  "is_administrator as isAdministrator",
  "password_hash as passwordHash",
  "totp_secret as totpSecret",
  "totp_confirmed_at as totpConfirmedAt",
  "disabled_at as disabledAt",
] as const;

/** The account of an e-mail address, however its letters are written. */
export async function findAccountByEmail(db: Db, email: string): Promise<StaffAccount | undefined> {
  return await db
    .selectFrom("staff_user")
    .select(accountColumns)
    .where(sql`lower(email)`, "=", email.toLowerCase())
    .executeTakeFirst();
}

export async function findAccount(db: Db, id: string): Promise<StaffAccount | undefined> {
  return await db
    .selectFrom("staff_user")
    .select(accountColumns)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** A new person; undefined when the address is somebody's already. */
export async function insertAccount(
  db: Db,
  account: {
    organisationId: string;
    email: string;
    displayName: string;
    language: string;
    isAdministrator: boolean;
    passwordHash?: string;
    now: Date;
  },
): Promise<string | undefined> {
  const inserted = await db
    .insertInto("staff_user")
    .values({
      organisation_id: account.organisationId,
      email: account.email,
      display_name: account.displayName,
      language: account.language,
      is_administrator: account.isAdministrator,
      password_hash: account.passwordHash ?? null,
      password_changed_at: account.passwordHash ? account.now : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted?.id;
}

export async function updatePassword(
  db: Db,
  change: { staffUserId: string; passwordHash: string; now: Date },
): Promise<void> {
  await db
    .updateTable("staff_user")
    .set({ password_hash: change.passwordHash, password_changed_at: change.now })
    .where("id", "=", change.staffUserId)
    .execute();
}

export async function updateLanguage(
  db: Db,
  { staffUserId, language }: { staffUserId: string; language: string },
): Promise<void> {
  await db.updateTable("staff_user").set({ language }).where("id", "=", staffUserId).execute();
}

/** Whether anybody can administer this installation: as long as nobody can, a set-up link is printed. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  const found = await db
    .selectFrom("staff_user")
    .select("id")
    .where("is_administrator", "=", true)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
