import { z } from "zod";
import { insertExportFile } from "../../../db/queries/export-files.ts";
import { packageFileKind } from "../../../db/queries/packages.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { languages } from "../../domain/text.ts";
import type { JobCompletion, JobContext } from "../../jobs/job-handler.ts";
import { buildFiles } from "./build-files.ts";
import { gatherPackage, type PackageSource } from "./gather-package.ts";
import { sealPackage } from "./seal-package.ts";

/** What an order leaves in the queue. */
export const packagePayloadSchema = z.object({
  programmeId: z.uuid(),
  releaseNumber: z.number().int(),
  language: z.enum(languages),
  hasOpenTexts: z.boolean(),
  reason: z.string(),
});
type Payload = z.infer<typeof packagePayloadSchema>;

const keptDays = 7;

/**
 * The job that makes a data package: reads one moment of the database, writes every file, checks that no row was lost,
 * and keeps the zip for a week. Of what expired, the record with its SHA-256 and the reason stays.
 */
export async function makePackage(payload: unknown, context: JobContext): Promise<JobCompletion> {
  const order = packagePayloadSchema.parse(payload);
  const source = await inTransaction(context.db, (tx) => gatherPackage(tx, order), {
    isolation: "repeatable read",
  });
  await context.progress(30);
  const day = calendarDay(context.now(), source.programme.timeZone);
  const files = buildFiles(source, { ...order, day });
  await context.progress(70);
  const content = await sealPackage(files, factsOf(source, order, day));
  return async (tx) => {
    const madeAt = context.now();
    const file = await insertExportFile(tx, {
      programmeId: order.programmeId,
      kind: packageFileKind,
      fileName: `${source.programme.slug}-${order.releaseNumber}-data-${day}.zip`,
      mediaType: "application/zip",
      content,
      rowCount: source.submitted,
      releaseId: source.release.id,
      madeBy: context.askedBy,
      reason: order.reason,
      madeAt,
      expiresAt: new Date(madeAt.getTime() + keptDays * 86_400_000),
    });
    return { file: file.id };
  };
}

function factsOf({ programme, release, submitted }: PackageSource, order: Payload, day: string) {
  return {
    programme: programme.slug,
    release: release.number,
    releaseHash: release.contentHash,
    day,
    hasOpenTexts: order.hasOpenTexts,
    submitted,
  };
}
