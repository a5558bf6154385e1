import { sql } from "kysely";
import type { Db } from "../connect.ts";

export interface DrawnCode {
  programmeId: string;
  localityId: string;
  code: string;
  /** SHA-256 of the code, by which it is found when it is typed. */
  hash: Buffer;
  createdOn: string;
}

/** Stores a code drawn for somebody without a card, and says its id; undefined when the code exists already: draw another. */
export async function insertDrawnCode(db: Db, drawn: DrawnCode): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with code as (
      insert into answers.access_code (programme_id, locality_id, kind, code, created_on)
      select ${drawn.programmeId}, ${drawn.localityId}, 'drawn', ${drawn.code}, ${drawn.createdOn}
      where not exists (select 1 from answers.entry where hash = ${drawn.hash})
      returning programme_id, id
    )
    insert into answers.entry (hash, kind, programme_id, access_code_id)
    select ${drawn.hash}, 'code', code.programme_id, code.id from code
    returning access_code_id as id
  `.execute(db);
  return rows[0]?.id;
}

/** One more way in to an access code: for a browser in which its code was typed. */
export async function insertEntry(
  db: Db,
  entry: { hash: Buffer; kind: "link" | "code"; programmeId: string; accessCodeId: string },
): Promise<void> {
  await db
    .insertInto("answers.entry")
    .values({
      hash: entry.hash,
      kind: entry.kind,
      programme_id: entry.programmeId,
      access_code_id: entry.accessCodeId,
    })
    .execute();
}
