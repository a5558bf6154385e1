import fs from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { randomFrom } from "../../../db/seed/random.ts";
import { openConnection } from "./connection.ts";
import { requestFor, tokenOf } from "./load.ts";

/** What a room of participants does for a while; handed over as a file of JSON. */
export interface SubmitsJob {
  port: number;
  firstCard: number;
  cards: number;
  bodies: readonly string[];
  clients: number;
  /** Between one participant's sending and the next one's page, in milliseconds; half as much to half as much again. */
  pauseMilliseconds: number;
  /** Ends with the request under way as soon as a file of this name is there. */
  endFile: string;
}

export interface SubmitsResult {
  /** From sending the answers to the redirect that says they are stored, in milliseconds. */
  submits: number[];
  /** The page with all questions. */
  pages: number[];
}

/** Participants who answer at their own pace, not as fast as can be: prints how long each waited for page and receipt. */
export async function main([file]: string[]): Promise<void> {
  const job = JSON.parse(fs.readFileSync(file!, "utf8")) as SubmitsJob;
  const result: SubmitsResult = { submits: [], pages: [] };
  let next = 0;
  const answerOn = async (_: unknown, client: number) => {
    const random = randomFrom(client);
    const { send, close } = await openConnection(job.port);
    const timed = async (times: number[], request: string, expected: number) => {
      const startedAt = performance.now();
      const { status } = await send(request);
      times.push(performance.now() - startedAt);
      if (status !== expected) throw new Error(`expected ${expected}, got ${status}`);
    };
    while (!fs.existsSync(job.endFile) && next < job.cards) {
      const index = next++;
      const token = tokenOf(job.firstCard + index);
      const body = job.bodies[index % job.bodies.length]!;
      await timed(result.pages, requestFor("GET", "/a/all", { token }), 200);
      await timed(result.submits, requestFor("POST", "/a/all", { token, body }), 303);
      await pause(job.pauseMilliseconds * (0.5 + random.next()));
    }
    close();
  };
  await Promise.all(Array.from({ length: job.clients }, answerOn));
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
