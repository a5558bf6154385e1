import { sql } from "kysely";
import type { Db } from "../connect.ts";

/**
 * Gives an access code a new card: the links and typed codes in people's hands stop working, new ones take their place.
 * The pairing code stays, so earlier answers stay linked. Undefined when the code is taken, revoked or gone.
 */
export async function replaceCard(
  db: Db,
  card: {
    programmeId: string;
    accessCodeId: string;
    code: string;
    codeHash: Buffer;
    linkHash: Buffer;
    now: Date;
  },
): Promise<{ localityId: string } | undefined> {
  const { rows } = await sql<{ localityId: string }>`
    with renewed as (
      update answers.access_code set code = ${card.code}
      where programme_id = ${card.programmeId}
        and id = ${card.accessCodeId}
        and revoked_at is null
        and not exists (select from answers.entry where hash = ${card.codeHash})
      returning programme_id, id, locality_id
    ), revoked as (
      update answers.entry set revoked_at = ${card.now}
      from renewed
      where entry.programme_id = renewed.programme_id
        and entry.access_code_id = renewed.id
        and entry.revoked_at is null
    ), entries as (
      insert into answers.entry (hash, kind, programme_id, access_code_id)
      select entry.hash, entry.kind, renewed.programme_id, renewed.id
      from renewed
      cross join (values (${card.codeHash}::bytea, 'code'), (${card.linkHash}::bytea, 'link'))
        as entry (hash, kind)
    )
    select locality_id as "localityId" from renewed
  `.execute(db);
  return rows[0];
}
