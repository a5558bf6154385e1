import { sql } from "kysely";
import { connect } from "../../../db/connect.ts";
import { startEmbedded } from "../../../db/embedded.ts";

/**
 * Inserts keys from the given one on, several at a time, and tells each one after it was committed.
 * Keys that an earlier run sent without hearing back are sent again. It never ends by itself.
 */
export async function main([dir, first]: string[]): Promise<void> {
  const { config } = await startEmbedded({ dir: dir! });
  const db = connect(config);
  await sql`create table if not exists acknowledged (key integer primary key)`.execute(db);
  let next = Number(first);
  const insertForever = async () => {
    for (;;) {
      const key = next++;
      await sql`insert into acknowledged (key) values (${key}) on conflict do nothing`.execute(db);
      process.stdout.write(`${key}\n`);
    }
  };
  await Promise.all([1, 2, 3, 4].map(insertForever));
}
