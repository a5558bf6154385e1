import { sql } from "kysely";
import type { HashedCode } from "../../server/domain/pairing/match-codes.ts";
import type { MatchType, WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { inTransaction } from "../transaction.ts";

/**
 * Codes with a sent response in one of some waves and none in some others: those that may still find their partner
 * there. Only in localities where the wave of `closed` has closed, as before that rivals may still come. Hashes come as
 * text, for comparing alone.
 */
export async function listUnmatchedCodes(
  db: Db,
  key: {
    programmeId: string;
    answered: readonly WaveKind[];
    notAnswered: readonly WaveKind[];
    closed: WaveKind;
  },
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
      and exists (
        select from wave_window as closing
        join wave on wave.programme_id = closing.programme_id and wave.id = closing.wave_id
        where closing.programme_id = code.programme_id
          and closing.locality_id = code.locality_id
          and closing.closed_at is not null
          and wave.kind = ${key.closed}
      )
    group by code.pairing_code, code.locality_id
    order by code.pairing_code
  `.execute(db);
  return rows.map((row) => ({ ...row, hashes: new Map(row.hashes) }));
}

function responseIn(waves: readonly WaveKind[]) {
  return sql`
    select from answers.response as response
    join wave on wave.programme_id = response.programme_id and wave.id = response.wave_id
    where response.programme_id = code.programme_id
      and response.pairing_code = code.pairing_code
      and response.status = 'submitted'
      and wave.kind = any(${[...waves]})
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
    how: MatchType;
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
  match: { programmeId: string; earlier: string; later: string; how: MatchType },
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

/** Notes that a person told two codes apart; once, however often it is said. */
export async function insertRefusedMatch(
  db: Db,
  { programmeId, earlier, later }: { programmeId: string; earlier: string; later: string },
): Promise<void> {
  await sql`
    insert into answers.refused_match (programme_id, earlier_id, later_id)
    select one.programme_id, one.id, other.id
    from answers.access_code as one
    join answers.access_code as other on other.programme_id = one.programme_id
    where one.programme_id = ${programmeId}
      and one.pairing_code = ${earlier}
      and other.pairing_code = ${later}
    on conflict do nothing
  `.execute(db);
}

export async function listRefusedMatches(
  db: Db,
  programmeId: string,
): Promise<{ earlier: string; later: string }[]> {
  const { rows } = await sql<{ earlier: string; later: string }>`
    select one.pairing_code as earlier, other.pairing_code as later
    from answers.refused_match as refused
    join answers.access_code as one
      on one.programme_id = refused.programme_id and one.id = refused.earlier_id
    join answers.access_code as other
      on other.programme_id = refused.programme_id and other.id = refused.later_id
    where refused.programme_id = ${programmeId}
  `.execute(db);
  return rows;
}

/** Matching of one programme is done by one at a time: the lock is held until the transaction ends. */
export async function lockMatching(db: Db, programmeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${matchingLock}, hashtext(${programmeId}))`.execute(db);
}

const matchingLock = 7_305_016;

export async function findMatchingEnd(
  db: Db,
  programmeId: string,
): Promise<{ endedAt: Date } | undefined> {
  return await db
    .selectFrom("answers.matching_end")
    .select("ended_at as endedAt")
    .where("programme_id", "=", programmeId)
    .executeTakeFirst();
}

/** False when matching was over already. */
export async function insertMatchingEnd(
  db: Db,
  { programmeId, now }: { programmeId: string; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("answers.matching_end")
    .values({ programme_id: programmeId, ended_at: now, key_destroyed_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) === 1;
}

/** Programmes whose matching is over while their key may still lie in its folder. */
export async function listKeysToDestroy(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("answers.matching_end")
    .select("programme_id")
    .where("key_destroyed_at", "is", null)
    .execute();
  return rows.map((row) => row.programme_id);
}

/** False when another process noted it first. */
export async function updateKeyDestroyed(
  db: Db,
  { programmeId, now }: { programmeId: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("answers.matching_end")
    .set({ key_destroyed_at: now })
    .where("programme_id", "=", programmeId)
    .where("key_destroyed_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}
