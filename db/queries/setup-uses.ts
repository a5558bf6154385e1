import { sql } from "kysely";
import type { Db } from "../connect.ts";

interface Key {
  programmeId: string;
  id: string;
}

/** Whether anybody's attendance was noted at a session: it would be lost with it. */
export async function hasAttendance(db: Db, { programmeId, id }: Key): Promise<boolean> {
  const row = await db
    .selectFrom("identity.attendance")
    .select("session_id")
    .where("programme_id", "=", programmeId)
    .where("session_id", "=", id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether sessions, groups or a vision belong to a locality: they would be lost with it. */
export async function hasLocalityEntries(db: Db, { programmeId, id }: Key): Promise<boolean> {
  const { rows } = await sql<{ isUsed: boolean }>`
    select exists (
      select 1 from training_session where programme_id = ${programmeId} and locality_id = ${id}
      union all
      select 1 from participant_group where programme_id = ${programmeId} and locality_id = ${id}
      union all
      select 1 from vision where programme_id = ${programmeId} and locality_id = ${id}
    ) as "isUsed"
  `.execute(db);
  return rows[0]?.isUsed === true;
}
