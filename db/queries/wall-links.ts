import { sql } from "kysely";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

/** One more link for the wall of a locality's training room; only its hash is kept. */
export async function insertWallLink(
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
    .execute();
}

/** How many have begun and how many have sent their answers in one locality and wave. */
export async function countRoom(
  db: Db,
  key: { programmeId: string; localityId: string; kind: WaveKind },
): Promise<{ begun: number; sent: number }> {
  const { rows } = await sql<{ begun: number; sent: number }>`
    select count(*) as begun, count(*) filter (where response.status = 'submitted') as sent
    from answers.response
    join wave on wave.programme_id = response.programme_id and wave.id = response.wave_id
    where response.programme_id = ${key.programmeId}
      and response.locality_id = ${key.localityId}
      and wave.kind = ${key.kind}
  `.execute(db);
  return rows[0]!;
}
