import { sql } from "kysely";
import { z } from "zod";
import type { ReleasedFigures } from "../../server/domain/disclosure/figures.ts";
import type { Db } from "../connect.ts";

/** A release as it was frozen: what evaluators see, and what it was made with. */
export interface Release {
  id: string;
  number: number;
  madeAt: Date;
  reason: string;
  contentHash: string;
  parameters: ReleaseParameters;
  figures: ReleasedFigures;
}

export type ReleaseSummary = Pick<Release, "id" | "number" | "madeAt" | "reason" | "contentHash">;

/** What must be known of a release's making to name its scales; more may stand there and is passed over. */
const parametersSchema = z.object({
  questionnaire: z.object({ number: z.number(), hash: z.string() }),
});
export type ReleaseParameters = z.infer<typeof parametersSchema>;

const summaryColumns = [
  "id",
  "number",
  "made_at as madeAt",
  "reason",
  "content_hash as contentHash",
] as const;

/** The newest release of a programme, or undefined while no wave after the training has closed. */
export async function findLatestRelease(db: Db, programmeId: string): Promise<Release | undefined> {
  const row = await selectReleases(db, programmeId).orderBy("number", "desc").executeTakeFirst();
  return row && asRelease(row);
}

/** One release by its number. */
export async function findRelease(
  db: Db,
  { programmeId, number }: { programmeId: string; number: number },
): Promise<Release | undefined> {
  const row = await selectReleases(db, programmeId).where("number", "=", number).executeTakeFirst();
  return row && asRelease(row);
}

/** Which release is the newest, or has the number asked for, without its figures. */
export async function findReleaseId(
  db: Db,
  { programmeId, number }: { programmeId: string; number?: number },
): Promise<string | undefined> {
  const row = await db
    .selectFrom("release")
    .select("id")
    .where("programme_id", "=", programmeId)
    .$if(number !== undefined, (query) => query.where("number", "=", number ?? 0))
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** A release by its id, and how long its figures are as JSON. */
export async function findReleaseById(
  db: Db,
  { programmeId, id }: { programmeId: string; id: string },
): Promise<{ release: Release; characters: number } | undefined> {
  const row = await selectReleases(db, programmeId)
    .select(sql<number>`length(evaluator_figures::text)`.as("characters"))
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { characters, ...stored } = row;
  return { release: asRelease(stored), characters };
}

/** All releases of a programme, newest first, without their figures. */
export async function listReleases(db: Db, programmeId: string): Promise<ReleaseSummary[]> {
  return await db
    .selectFrom("release")
    .select(summaryColumns)
    .where("programme_id", "=", programmeId)
    .orderBy("number", "desc")
    .execute();
}

function selectReleases(db: Db, programmeId: string) {
  return db
    .selectFrom("release")
    .select([...summaryColumns, "parameters", "evaluator_figures as figures"])
    .where("programme_id", "=", programmeId)
    .limit(1);
}

function asRelease<Row extends ReleaseSummary & { parameters: unknown; figures: unknown }>(
  row: Row,
): Release {
  return {
    ...row,
    parameters: parametersSchema.parse(row.parameters),
    figures: asFigures(row.figures),
  };
}

const formatSchema = z.object({
  format: z.literal("pokytis-release/1"),
  audience: z.literal("evaluator"),
});

/**
 * Figures are stored only by the function that releases them, whole, and never changed (a trigger refuses it). So the
 * format's name says all about their shape; another format, or figures of another audience, are refused.
 */
function asFigures(stored: unknown): ReleasedFigures {
  formatSchema.parse(stored);
  return stored as ReleasedFigures;
}
