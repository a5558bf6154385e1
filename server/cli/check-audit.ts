import { findBrokenAuditEvent } from "../../db/queries/audit.ts";
import { readEnvironment } from "../environment.ts";
import { logNothing } from "../log.ts";
import { openDatabase } from "../open-database.ts";

/** `npm run check-audit`: whether every entry of the audit log still follows from the one before it. */
export async function main(): Promise<number> {
  const database = await openDatabase(readEnvironment(process.env), logNothing);
  try {
    const broken = await findBrokenAuditEvent(database.db);
    if (broken === undefined) console.log("The audit log is whole.");
    else
      console.error(
        `The audit log was changed: entry ${broken} does not follow from the one before.`,
      );
    return broken === undefined ? 0 : 1;
  } finally {
    await database.close();
  }
}
