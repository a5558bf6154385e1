import { startEmbedded } from "../../../db/embedded.ts";

/** Starts the database and then fails without stopping it, as a program with a fault in it would. */
export async function main([dir]: string[]): Promise<void> {
  await startEmbedded({ dir: dir! });
  throw new Error("a fault");
}
