import fs from "node:fs";
import { BrokenFile } from "../../db/backup/lines.ts";
import { restoreBackup } from "../../db/backup/restore-backup.ts";
import { findBrokenAuditEvent } from "../../db/queries/audit.ts";
import { DatabaseRefusal } from "../../db/refusal.ts";
import { readEnvironment } from "../environment.ts";
import { logNothing } from "../log.ts";
import { openServer } from "../open-database.ts";
import { totalOf } from "./backup.ts";

/**
 * `npm run restore -- FILE`: fills an empty database, embedded or named by DATABASE_URL, from a backup. Every table is
 * compared with what the backup says of it; so this is also how to move between the two and between versions of PostgreSQL.
 */
export async function main([file, ...rest]: string[]): Promise<number> {
  if (!file || rest.length > 0 || !fs.existsSync(file)) {
    console.error("npm run restore -- FILE\nName a file that npm run backup has made.");
    return 2;
  }
  const server = await openServer(readEnvironment(process.env), logNothing);
  try {
    const counts = await restoreBackup(server.db, () => fs.createReadStream(file));
    console.log(`${totalOf(counts)} restored and found equal`);
    return await tellOfAuditLog(server.db);
  } catch (error) {
    if (!(error instanceof BrokenFile || error instanceof DatabaseRefusal)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await server.close();
  }
}

async function tellOfAuditLog(db: Parameters<typeof findBrokenAuditEvent>[0]): Promise<number> {
  const broken = await findBrokenAuditEvent(db);
  if (broken === undefined) console.log("The audit log is whole.");
  else
    console.error(
      `The audit log is broken at entry ${broken}: it was so when the backup was made.`,
    );
  return broken === undefined ? 0 : 1;
}
