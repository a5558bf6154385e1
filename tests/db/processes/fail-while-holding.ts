import { startEmbedded } from "../../../db/embedded.ts";

/** Starts the database and then fails without stopping it, as a program with a fault in it would. */
export async function main([dir]: string[]): Promise<void> {
  const { config } = await startEmbedded({ dir: dir! });
  process.stdout.write(`${config.host}\n`);
  throw new Error("a fault");
}
