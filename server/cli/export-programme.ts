import path from "node:path";
import { writeLines } from "../../db/backup/lines.ts";
import { writeProgramme } from "../../db/backup/write-backup.ts";
import { findProgrammeBySlug } from "../../db/queries/programmes.ts";
import { readEnvironment } from "../environment.ts";
import { logNothing } from "../log.ts";
import { openDatabase } from "../open-database.ts";
import { totalOf } from "./backup.ts";

/** `npm run export-programme -- ADDRESS FILE`: one programme in one file, for another installation. */
export async function main([slug, file]: string[]): Promise<number> {
  if (!slug || !file) {
    console.error("npm run export-programme -- ADDRESS FILE");
    return 2;
  }
  const database = await openDatabase(readEnvironment(process.env), logNothing);
  try {
    const programme = await findProgrammeBySlug(database.db, slug);
    if (!programme) {
      console.error(`There is no programme at the address ${slug}.`);
      return 1;
    }
    const key = { programmeId: programme.id, now: new Date() };
    const target = path.resolve(file);
    const counts = await writeProgramme(database.db, key, (lines) => writeLines(target, lines));
    console.log(`${target}\n${totalOf(counts)}`);
    return 0;
  } finally {
    await database.close();
  }
}
