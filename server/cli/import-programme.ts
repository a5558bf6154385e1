import fs from "node:fs";
import { BrokenFile } from "../../db/backup/lines.ts";
import { AlreadyHere } from "../../db/backup/read-programme.ts";
import type { Db } from "../../db/connect.ts";
import { readEnvironment } from "../environment.ts";
import { takeIn } from "../features/moving/take-in.ts";
import { logNothing } from "../log.ts";
import { openDatabase } from "../open-database.ts";

/** `npm run import-programme -- FILE E-MAIL`: takes one programme in; the person with that e-mail becomes its organiser. */
export async function main([file, email]: string[]): Promise<number> {
  if (!file || !email || !fs.existsSync(file)) {
    console.error("npm run import-programme -- FILE E-MAIL-OF-THE-ORGANISER");
    return 2;
  }
  const database = await openDatabase(readEnvironment(process.env), logNothing);
  try {
    const staffId = await findStaffByEmail(database.db, email);
    if (!staffId) {
      console.error(`Nobody here signs in as ${email}.`);
      return 1;
    }
    const open = () => fs.createReadStream(file);
    const slug = await takeIn(database.db, open, { staffId, now: new Date() });
    console.log(`Taken in: /programmes/${slug}`);
    return 0;
  } catch (error) {
    if (!(error instanceof BrokenFile || error instanceof AlreadyHere)) throw error;
    console.error(error instanceof AlreadyHere ? "This programme is here already." : error.message);
    return 1;
  } finally {
    await database.close();
  }
}

async function findStaffByEmail(db: Db, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("staff_user")
    .select("id")
    .where("email", "=", email)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  return row?.id;
}
