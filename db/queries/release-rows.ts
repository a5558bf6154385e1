import { sql } from "kysely";
import type { ReleasedFigures } from "../../server/domain/disclosure/figures.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";

export interface NewRelease {
  programmeId: string;
  madeAt: Date;
  madeBy: string | null;
  reason: string;
  parameters: object;
  evaluatorFigures: ReleasedFigures;
  publicFigures: ReleasedFigures;
  contentHash: string;
}

const releaseLock = 7_305_003;

/** Only one release of a programme is made at a time: the lock is held until the transaction ends. */
export async function lockReleases(db: Db, programmeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${releaseLock}, hashtext(${programmeId}))`.execute(db);
}

/** Freezes a release under the programme's next number. */
export async function insertRelease(
  db: Db,
  release: NewRelease,
): Promise<{ id: string; number: number }> {
  const last = await db
    .selectFrom("release")
    .select(({ fn }) => fn.max("number").as("number"))
    .where("programme_id", "=", release.programmeId)
    .executeTakeFirst();
  return await db
    .insertInto("release")
    .values({
      programme_id: release.programmeId,
      number: (last?.number ?? 0) + 1,
      made_at: release.madeAt,
      made_by: release.madeBy,
      reason: release.reason,
      parameters: json(release.parameters),
      evaluator_figures: json(release.evaluatorFigures),
      public_figures: json(release.publicFigures),
      content_hash: release.contentHash,
    })
    .returning(["id", "number"])
    .executeTakeFirstOrThrow();
}

/** What every release so far has told, oldest first: the next must not add up with it to more than it should. */
export async function listReleasedFigures(
  db: Db,
  programmeId: string,
): Promise<{ id: string; evaluator: ReleasedFigures; public: ReleasedFigures }[]> {
  const rows = await db
    .selectFrom("release")
    .select(["id", "evaluator_figures", "public_figures"])
    .where("programme_id", "=", programmeId)
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    evaluator: row.evaluator_figures as ReleasedFigures,
    public: row.public_figures as ReleasedFigures,
  }));
}
