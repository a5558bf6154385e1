import { readEnvironment } from "../environment.ts";
import { logToStdout } from "../log.ts";
import { openDatabase } from "../open-database.ts";

/** `npm run migrate`: brings the schema up to date and does nothing else. */
export async function main(): Promise<number> {
  const database = await openDatabase(readEnvironment(process.env), logToStdout);
  await database.close();
  return 0;
}
