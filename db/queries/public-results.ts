import { z } from "zod";
import type { ReleasedFigures } from "../../server/domain/disclosure/figures.ts";
import type { Db } from "../connect.ts";

const formatSchema = z.object({
  format: z.literal("pokytis-release/1"),
  audience: z.literal("public"),
});

/** The figures of a release that everybody may see: groups of ten or more. Undefined when there is no such release. */
export async function findPublicFigures(
  db: Db,
  key: { programmeId: string; releaseId: string },
): Promise<ReleasedFigures | undefined> {
  const row = await db
    .selectFrom("release")
    .select("public_figures as figures")
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.releaseId)
    .executeTakeFirst();
  if (!row) return undefined;
  formatSchema.parse(row.figures);
  return row.figures as ReleasedFigures;
}

export interface PublicResults {
  releaseId: string;
  releaseNumber: number;
  publishedAt: Date;
  withdrawnAt: Date | null;
}

/** Whether the results were ever opened, and whether they still are (`withdrawnAt` is null). */
export async function findPublicResults(
  db: Db,
  programmeId: string,
): Promise<PublicResults | undefined> {
  return await db
    .selectFrom("public_results")
    .innerJoin("release", (join) =>
      join
        .onRef("release.programme_id", "=", "public_results.programme_id")
        .onRef("release.id", "=", "public_results.release_id"),
    )
    .select([
      "public_results.release_id as releaseId",
      "release.number as releaseNumber",
      "public_results.published_at as publishedAt",
      "public_results.withdrawn_at as withdrawnAt",
    ])
    .where("public_results.programme_id", "=", programmeId)
    .executeTakeFirst();
}

/** Opens the results of a release to everybody, in place of what was open before. */
export async function replacePublicResults(
  db: Db,
  opening: { programmeId: string; releaseId: string; publishedBy: string; now: Date },
): Promise<void> {
  const row = {
    release_id: opening.releaseId,
    published_at: opening.now,
    published_by: opening.publishedBy,
    withdrawn_at: null,
  };
  await db
    .insertInto("public_results")
    .values({ programme_id: opening.programmeId, ...row })
    .onConflict((conflict) => conflict.column("programme_id").doUpdateSet(row))
    .execute();
}

/** Closes the page. False when it is not open. */
export async function withdrawPublicResults(
  db: Db,
  { programmeId, now }: { programmeId: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("public_results")
    .set({ withdrawn_at: now })
    .where("programme_id", "=", programmeId)
    .where("withdrawn_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}
