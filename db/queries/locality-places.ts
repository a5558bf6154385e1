import type { Db } from "../connect.ts";

/** Where a locality lies, as the organiser entered it. */
export interface LocalityPlace {
  key: string;
  latitude: number;
  longitude: number;
}

/** The localities of a programme that have coordinates, in its own order. */
export async function listLocalityPlaces(db: Db, programmeId: string): Promise<LocalityPlace[]> {
  const rows = await db
    .selectFrom("locality")
    .select(["key", "latitude", "longitude"])
    .where("programme_id", "=", programmeId)
    .where("withdrawn_at", "is", null)
    .orderBy("display_order")
    .execute();
  return rows.flatMap(({ key, latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ key, latitude, longitude }],
  );
}
