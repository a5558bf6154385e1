import { once } from "node:events";
import { startEmbedded } from "../../../db/embedded.ts";

/** Starts or joins the database in a folder, says which, and lets go of it when its input ends. */
export async function main([dir]: string[]): Promise<void> {
  const { attached, config, stop } = await startEmbedded({ dir: dir!, disposable: true });
  process.stdout.write(`${JSON.stringify({ attached, config })}\n`);
  await once(process.stdin.resume(), "end");
  await stop();
}
