import path from "node:path";
import { writeLines } from "../../db/backup/lines.ts";
import { type Counts, writeBackup } from "../../db/backup/write-backup.ts";
import { readEnvironment } from "../environment.ts";
import { logNothing } from "../log.ts";
import { openDatabase } from "../open-database.ts";

/** `npm run backup -- FILE`: everything in one file, as it was in one instant, also while the server works. */
export async function main([file, ...rest]: string[]): Promise<number> {
  if (!file || rest.length > 0) {
    console.error(
      "npm run backup -- FILE\nSay where the backup is to go, such as pokytis.backup.gz",
    );
    return 2;
  }
  const database = await openDatabase(readEnvironment(process.env), logNothing);
  try {
    const target = path.resolve(file);
    const write = (lines: AsyncIterable<string>) => writeLines(target, lines);
    const counts = await writeBackup(database.db, new Date(), write);
    console.log(`${target}\n${totalOf(counts)}`);
    console.log("It holds names and answers: keep it as safely as the database itself.");
    return 0;
  } finally {
    await database.close();
  }
}

export function totalOf(counts: Counts): string {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${rows} rows of ${Object.keys(counts).length} tables`;
}
