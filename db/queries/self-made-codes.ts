import { sql } from "kysely";
import type { HashedCode } from "../../server/domain/pairing/match-codes.ts";
import type { WaveKind } from "../../server/domain/words.ts";
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

/**
 * Codes with a sent response in one wave and none in another: those that may still find their partner there. Hashes
 * come as text, for comparing alone.
 */
export async function listUnmatchedCodes(
  db: Db,
  key: { programmeId: string; answered: WaveKind; notAnswered: WaveKind },
): Promise<HashedCode[]> {
  const { rows } = await sql<{ pairingCode: string; locality: string; hashes: [number, string][] }>`
    select
      code.pairing_code as "pairingCode",
      code.locality_id as "locality",
      jsonb_agg(jsonb_build_array(hash.place, encode(hash.hash, 'hex'))) as "hashes"
    from answers.access_code as code
    join answers.self_made_hash as hash
      on hash.programme_id = code.programme_id
      and hash.access_code_id = code.id
      and hash.set_id = code.id
    where code.programme_id = ${key.programmeId}
      and code.revoked_at is null
      and exists (${responseIn(key.answered)})
      and not exists (${responseIn(key.notAnswered)})
    group by code.pairing_code, code.locality_id
    order by code.pairing_code
  `.execute(db);
  return rows.map((row) => ({ ...row, hashes: new Map(row.hashes) }));
}

function responseIn(wave: WaveKind) {
  return sql`
    select from answers.response as response
    join wave on wave.programme_id = response.programme_id and wave.id = response.wave_id
    where response.programme_id = code.programme_id
      and response.pairing_code = code.pairing_code
      and response.status = 'submitted'
      and wave.kind = ${wave}
  `;
}

/**
 * Joins two codes to one participant: responses, ways in and hashes of the later go to the earlier, and the later is
 * gone. False, and nothing is changed, when both have a response in one wave: nobody has two.
 */
export async function joinCodes(
  db: Db,
  match: {
    programmeId: string;
    earlier: string;
    later: string;
    how: "self-made-exact" | "self-made-approximate";
  },
): Promise<boolean> {
  return await inTransaction(db, async (tx) => {
    const isMoved = await moveToEarlier(tx, match);
    if (isMoved) await deleteCode(tx, match);
    return isMoved;
  });
}

async function moveToEarlier(
  db: Db,
  match: { programmeId: string; earlier: string; later: string; how: string },
): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`
    with earlier as (
      select id from answers.access_code
      where programme_id = ${match.programmeId} and pairing_code = ${match.earlier}
    ), later as (
      select id from answers.access_code
      where programme_id = ${match.programmeId}
        and pairing_code = ${match.later}
        and not exists (
          select from answers.response as one
          join answers.response as other
            on other.programme_id = one.programme_id and other.wave_id = one.wave_id
          where one.programme_id = ${match.programmeId}
            and one.pairing_code = ${match.earlier}
            and other.pairing_code = ${match.later}
        )
    ), responses as (
      update answers.response
      set pairing_code = ${match.earlier}, match_type = ${match.how}
      from later
      where programme_id = ${match.programmeId} and pairing_code = ${match.later}
    ), entries as (
      update answers.entry set access_code_id = earlier.id from earlier, later
      where programme_id = ${match.programmeId} and access_code_id = later.id
    ), hashes as (
      update answers.self_made_hash set access_code_id = earlier.id from earlier, later
      where programme_id = ${match.programmeId} and access_code_id = later.id
    )
    select exists (select from earlier, later) as "moved"
  `.execute(db);
  return rows[0]?.moved ?? false;
}

async function deleteCode(db: Db, { programmeId, later }: { programmeId: string; later: string }) {
  await db
    .deleteFrom("answers.access_code")
    .where("programme_id", "=", programmeId)
    .where("pairing_code", "=", later)
    .execute();
}

/** When matching is over, nothing is left that a code could be worked out from. */
export async function deleteSelfMadeHashes(db: Db, programmeId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("answers.self_made_hash")
    .where("programme_id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
