import type { Db } from "../connect.ts";

/** What refers to parts of a programme without following them: it goes before the parts do. */
const firstToGo = [
  "theme_mark",
  "annex",
  "export_file",
  "answers.response",
  "answers.access_code",
  "identity.person",
  "training_session",
  "wave",
  "wave_plan",
] as const;

/**
 * Deletes a demonstration programme with everything that belongs to it; a real one is never touched. Says whether there
 * was one. Most tables follow the programme by themselves.
 */
export async function deleteDemonstration(db: Db, programmeId: string): Promise<boolean> {
  const programme = await db
    .selectFrom("programme")
    .select("id")
    .where("id", "=", programmeId)
    .where("kind", "in", ["demo", "try-out"])
    .forUpdate()
    .executeTakeFirst();
  if (!programme) return false;
  for (const table of firstToGo) {
    await db.deleteFrom(table).where("programme_id", "=", programmeId).execute();
  }
  await db.deleteFrom("programme").where("id", "=", programmeId).execute();
  return true;
}
