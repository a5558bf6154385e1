import { readEnvironment } from "../environment.ts";
import { logToStdout } from "../log.ts";
import { openDatabase } from "../open-database.ts";
import { demoLinks, loadDemo } from "./demo-programmes.ts";

/** `npm run demo`: loads the demonstration into an empty database, also one named by DATABASE_URL, and prints links. */
export async function main(): Promise<number> {
  const environment = readEnvironment(process.env);
  const database = await openDatabase(environment, logToStdout);
  try {
    const isLoaded = await loadDemo(database.db, new Date());
    if (!isLoaded) console.log("This database already holds programmes; nothing was added.");
    const origin = environment.publicUrl?.origin ?? `http://localhost:${environment.port}`;
    for (const link of await demoLinks(database.db, new Date())) {
      console.log(`${link.label}\n  ${origin}${link.path}`);
    }
    return 0;
  } finally {
    await database.close();
  }
}
