import { sql } from "kysely";
import type { Db } from "../connect.ts";

/** Any number, the same everywhere: whoever sets up holds this lock until the transaction ends. */
const setUpLock = 7_305_008;

/** Makes set-ups wait for each other, so that "nobody administers yet" stays true until the end of the transaction. */
export async function lockSetUp(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${setUpLock})`.execute(db);
}

/** A new link in place of earlier ones: the newest that was printed is the one that works. */
export async function replaceSetUpLink(
  db: Db,
  link: { tokenHash: Buffer; expiresAt: Date },
): Promise<void> {
  await db.deleteFrom("set_up_link").execute();
  await db
    .insertInto("set_up_link")
    .values({ token_hash: link.tokenHash, expires_at: link.expiresAt })
    .execute();
}

export async function isSetUpLinkOpen(db: Db, tokenHash: Buffer, now: Date): Promise<boolean> {
  const link = await db
    .selectFrom("set_up_link")
    .select("token_hash")
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return link !== undefined;
}

export async function deleteSetUpLinks(db: Db): Promise<void> {
  await db.deleteFrom("set_up_link").execute();
}

export async function insertOrganisation(
  db: Db,
  organisation: { name: string; legalForm: string; code: string; email: string; phone: string },
): Promise<string> {
  const { id } = await db
    .insertInto("organisation")
    .values({
      name: organisation.name,
      legal_form: organisation.legalForm,
      code: organisation.code,
      email: organisation.email,
      phone: organisation.phone,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function findOrganisationByName(
  db: Db,
  name: string,
): Promise<{ id: string } | undefined> {
  return await db
    .selectFrom("organisation")
    .select("id")
    .where("name", "=", name)
    .orderBy("created_at")
    .executeTakeFirst();
}
