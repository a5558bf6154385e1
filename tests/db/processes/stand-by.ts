import { once } from "node:events";

/** A program that has nothing to do with the database, until its input ends. */
export async function main(): Promise<void> {
  process.stdout.write("here\n");
  await once(process.stdin.resume(), "end");
}
