import { sql } from "kysely";
import type { Db } from "../connect.ts";

export interface NewCard {
  programmeId: string;
  localityId: string;
  code: string;
  codeHash: Buffer;
  linkHash: Buffer;
  createdOn: string;
}

/**
 * A new access code with its two ways in, the typed code and the card's link. Undefined when the code is somebody's
 * already, in whatever programme: then another is drawn.
 */
export async function insertCardCode(db: Db, card: NewCard): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with free as (
      select 1 where not exists (select from answers.entry where hash = ${card.codeHash})
    ), code as (
      insert into answers.access_code (programme_id, locality_id, kind, code, created_on)
      select ${card.programmeId}, ${card.localityId}, 'card', ${card.code}, ${card.createdOn} from free
      returning programme_id, id
    ), entries as (
      insert into answers.entry (hash, kind, programme_id, access_code_id)
      select entry.hash, entry.kind, code.programme_id, code.id
      from code
      cross join (values (${card.codeHash}::bytea, 'code'), (${card.linkHash}::bytea, 'link'))
        as entry (hash, kind)
    )
    select id from code
  `.execute(db);
  return rows[0]?.id;
}

/** How many cards each locality has, and how many of them have been used: a step towards knowing who is missing, but not who. */
export async function countCards(
  db: Db,
  programmeId: string,
): Promise<{ localityId: string; cards: number }[]> {
  return await db
    .selectFrom("answers.access_code")
    .select(["locality_id as localityId", (eb) => eb.fn.countAll<number>().as("cards")])
    .where("programme_id", "=", programmeId)
    .where("kind", "!=", "invented")
    .where("revoked_at", "is", null)
    .groupBy("locality_id")
    .execute();
}
