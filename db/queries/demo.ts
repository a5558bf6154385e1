import type { Db } from "../connect.ts";

/** The staff of the demonstration, while there is one: they have no password and sign in by links that are printed at start. */
export async function listDemoStaff(db: Db): Promise<{ id: string; displayName: string }[]> {
  return await db
    .selectFrom("staff_user")
    .select(["id", "display_name as displayName"])
    .where("email", "like", "%@demo.invalid")
    .where("disabled_at", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom("programme").select("id").where("kind", "!=", "real")),
    )
    .orderBy("email")
    .execute();
}

/** Where a new card of a try-out programme belongs: its first locality. */
export async function listTryOutProgrammes(
  db: Db,
): Promise<{ programmeId: string; localityId: string }[]> {
  return await db
    .selectFrom("programme")
    .innerJoin("locality", "locality.programme_id", "programme.id")
    .select(["programme.id as programmeId", "locality.id as localityId"])
    .where("programme.kind", "=", "try-out")
    .where("locality.display_order", "=", 1)
    .execute();
}
