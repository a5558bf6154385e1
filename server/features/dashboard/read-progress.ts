import type { Db } from "../../../db/connect.ts";
import { countParticipation } from "../../../db/queries/participation.ts";
import { allowLongReading, hasTakenTooLong, inTransaction } from "../../../db/transaction.ts";
import type { LocalityParticipation, Participation } from "../../domain/disclosure/figures.ts";
import { keepOwnParticipation } from "../../domain/disclosure/own-localities.ts";
import { addParticipation, releaseParticipation } from "../../domain/disclosure/participation.ts";
import type { Reach } from "../../http/access.ts";

/** How far the answering is: exact where waves have closed, in steps where they are open. */
export interface Progress {
  all: Participation;
  localities: LocalityParticipation[];
}

export type ReadProgress = (programmeId: string) => Promise<Progress>;

interface Counted {
  progress: Promise<Progress>;
  /** Until then it is not counted anew; unknown while the counting goes on. */
  freshUntil: number | undefined;
}

/** A twentieth of one connection's time at most goes into counting a programme, however many look on. */
const timesAsLong = 20;
const mostProgrammes = 200;

/**
 * Counting reads every response, so it takes as long as there are people: milliseconds for hundreds, seconds for a
 * million. What was counted is told again for twenty times as long as the counting took, to everybody: at once for
 * hundreds, at most a minute late for a million.
 */
export function progressReader(db: Db, now: () => Date): ReadProgress {
  const known = new Map<string, Counted>();
  return (programmeId) => {
    const last = known.get(programmeId);
    if (last && (last.freshUntil ?? Number.POSITIVE_INFINITY) > now().getTime())
      return last.progress;
    const beganAt = now().getTime();
    const counted: Counted = { progress: countProgress(db, programmeId), freshUntil: undefined };
    counted.progress.then(
      () => {
        const endedAt = now().getTime();
        counted.freshUntil = endedAt + timesAsLong * (endedAt - beganAt);
      },
      () => known.delete(programmeId),
    );
    keep(known, programmeId, counted);
    return counted.progress;
  };
}

/** As far as a reader may see it: everybody together, and the localities that their role reaches. */
export function keepReachedProgress(
  progress: Progress,
  { reach, localities }: { reach: Reach; localities: readonly { key: string }[] },
): Progress {
  if (!reach.isLimited) return progress;
  return keepOwnParticipation(progress, new Set(localities.map(({ key }) => key)));
}

/** Those counted longest ago give way. */
function keep(known: Map<string, Counted>, programmeId: string, counted: Counted): void {
  known.delete(programmeId);
  known.set(programmeId, counted);
  const [oldest] = known.keys();
  if (known.size > mostProgrammes && oldest !== undefined) known.delete(oldest);
}

async function countProgress(db: Db, programmeId: string): Promise<Progress> {
  const counted = await countParticipation(db, programmeId).catch((error: unknown) => {
    if (hasTakenTooLong(error)) return countAtLeisure(db, programmeId);
    throw error;
  });
  const localities = counted.map((locality) => releaseParticipation(locality, 0));
  return { all: addParticipation(localities), localities };
}

/** For so many people that the time of an ordinary statement does not do. */
async function countAtLeisure(db: Db, programmeId: string) {
  return await inTransaction(db, async (tx) => {
    await allowLongReading(tx);
    return await countParticipation(tx, programmeId);
  });
}
