import type { Context } from "hono";
import { Problem } from "../../domain/problem.ts";
import { type AnsweringDeps, findParticipant, type Participant } from "./participant.ts";

/** In each round somebody succeeds, so this is how many windows of one participant may write at one moment. */
const mostTries = 10;

/**
 * Does something with a participant's draft as it was read. Where another save came in between (the attempt gives
 * nothing), the draft is read again and the attempt repeated. In what language the reader reads stays as it was.
 */
export async function repeatWhileOutdated<T>(
  deps: AnsweringDeps,
  c: Context,
  {
    participant,
    attempt,
  }: { participant: Participant; attempt: (latest: Participant) => Promise<T | undefined> },
): Promise<T> {
  let latest = participant;
  for (let tries = 1; tries <= mostTries; tries++) {
    const done = await attempt(latest);
    if (done !== undefined) return done;
    const found = await findParticipant(deps, c);
    if (found.state !== "open") throw new Problem("wave-closed");
    latest = { ...found.participant, language: participant.language };
  }
  throw new Problem("busy");
}
