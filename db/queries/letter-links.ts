import { sql } from "kysely";
import type { Db } from "../connect.ts";

/** The access codes whose response in a wave was sent. */
export async function listAnsweredCodes(
  db: Db,
  key: { programmeId: string; waveId: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select code.id
    from answers.access_code as code
    join answers.response
      on response.pairing_code = code.pairing_code
      and response.programme_id = code.programme_id
      and response.wave_id = ${key.waveId}
      and response.status = 'submitted'
    where code.programme_id = ${key.programmeId}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** The typed code of an access code that is in use. It changes when a card is issued anew, and with it the link. */
export async function findTypedCode(
  db: Db,
  key: { programmeId: string; accessCodeId: string },
): Promise<string | undefined> {
  const found = await db
    .selectFrom("answers.access_code")
    .select("code")
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.accessCodeId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return found?.code ?? undefined;
}

/** Lets a link open an access code; a link that does so already goes on doing so. */
export async function insertCodeLink(
  db: Db,
  link: { hash: Buffer; programmeId: string; accessCodeId: string },
): Promise<void> {
  await db
    .insertInto("answers.entry")
    .values({
      hash: link.hash,
      kind: "link",
      programme_id: link.programmeId,
      access_code_id: link.accessCodeId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The same for the general link of a locality. */
export async function insertLocalityLink(
  db: Db,
  link: { hash: Buffer; programmeId: string; localityId: string },
): Promise<void> {
  await db
    .insertInto("answers.entry")
    .values({
      hash: link.hash,
      kind: "locality",
      programme_id: link.programmeId,
      locality_id: link.localityId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
