import { sql } from "kysely";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";
import { inTransaction } from "../transaction.ts";

/** A self-made code as it is stored: by keyed hashes alone. */
export interface SelfMadeCode {
  programmeId: string;
  localityId: string;
  hashes: readonly { place: number; hash: Buffer }[];
  createdOn: string;
}

/**
 * The access code that these hashes name in a locality, or a new one. Who chooses just the same again, an unknown
 * element included, is the same. Two at once (a double click) are one after the other.
 */
export async function findOrInsertSelfMadeCode(db: Db, made: SelfMadeCode): Promise<string> {
  return await inTransaction(db, async (tx) => {
    await lockMaking(tx, made);
    return (await findSelfMadeCode(tx, made)) ?? (await insertSelfMadeCode(tx, made));
  });
}

async function lockMaking(tx: Db, { programmeId, localityId }: SelfMadeCode): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${programmeId}), hashtext(${localityId}))`.execute(
    tx,
  );
}

/** By the whole set: a code with an unknown element shares its one hash with others that are not it. */
async function findSelfMadeCode(
  db: Db,
  { programmeId, localityId, hashes }: SelfMadeCode,
): Promise<string | undefined> {
  if (hashes.length === 0) return undefined;
  const { rows } = await sql<{ id: string }>`
    select code.id as "id"
    from answers.self_made_hash as hash
    join answers.access_code as code
      on code.programme_id = hash.programme_id and code.id = hash.access_code_id
    where hash.programme_id = ${programmeId}
      and hash.hash in (${sql.join(hashes.map(({ hash }) => hash))})
      and code.locality_id = ${localityId}
      and code.revoked_at is null
    group by code.id, code.created_on, hash.set_id
    having count(*) = ${hashes.length}
      and count(*) = (
        select count(*) from answers.self_made_hash as whole
        where whole.programme_id = ${programmeId} and whole.set_id = hash.set_id
      )
    order by code.created_on, code.id
    limit 1
  `.execute(db);
  return rows[0]?.id;
}

async function insertSelfMadeCode(db: Db, made: SelfMadeCode): Promise<string> {
  const hashes = made.hashes.map(({ place, hash }) => ({ place, hash: hash.toString("hex") }));
  const { rows } = await sql<{ id: string }>`
    with code as (
      insert into answers.access_code (programme_id, locality_id, kind, created_on)
      values (${made.programmeId}, ${made.localityId}, 'self-made', ${made.createdOn})
      returning programme_id, id
    ), hashed as (
      insert into answers.self_made_hash (programme_id, set_id, access_code_id, place, hash)
      select code.programme_id, code.id, code.id, given.place, decode(given.hash, 'hex')
      from code
      cross join jsonb_to_recordset(${json(hashes)}::jsonb) as given (place smallint, hash text)
    )
    select id from code
  `.execute(db);
  return rows[0]!.id;
}

export async function hasSelfMadeCodes(db: Db, programmeId: string): Promise<boolean> {
  const row = await db
    .selectFrom("answers.access_code")
    .select("id")
    .where("programme_id", "=", programmeId)
    .where("kind", "=", "self-made")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** When matching is over, nothing is left that a code could be worked out from. */
export async function deleteSelfMadeHashes(db: Db, programmeId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("answers.self_made_hash")
    .where("programme_id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
