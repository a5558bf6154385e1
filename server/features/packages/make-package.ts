import { z } from "zod";
import { insertExportFile } from "../../../db/queries/export-files.ts";
import { packageFileKind } from "../../../db/queries/packages.ts";
import { languages } from "../../domain/text.ts";
import type { JobContext, JobHandler } from "../../jobs/job-handler.ts";
import { type AssembledPackage, assemblePackage, type PackageWish } from "./assemble-package.ts";

/** What an order leaves in the queue. */
export const packagePayloadSchema = z.object({
  programmeId: z.uuid(),
  releaseNumber: z.number().int(),
  language: z.enum(languages),
  hasOpenTexts: z.boolean(),
  reason: z.string(),
});

/** Puts a package together, in this thread or in another. */
export type AssemblePackage = (
  wish: PackageWish,
  context: Pick<JobContext, "db" | "progress" | "signal">,
) => Promise<AssembledPackage>;

const keptDays = 7;

/**
 * The job that makes a data package and keeps the zip for a week. Of what expired, the record with its SHA-256 and the
 * reason stays.
 */
export function packageHandler(assemble: AssemblePackage): JobHandler {
  return async (payload, context) => {
    const { reason, ...order } = packagePayloadSchema.parse(payload);
    const made = await assemble({ ...order, now: context.now() }, context);
    return async (tx) => {
      const madeAt = context.now();
      const file = await insertExportFile(tx, {
        programmeId: order.programmeId,
        kind: packageFileKind,
        fileName: made.fileName,
        mediaType: "application/zip",
        content: made.content,
        rowCount: made.submitted,
        releaseId: made.releaseId,
        madeBy: context.askedBy,
        reason,
        madeAt,
        expiresAt: new Date(madeAt.getTime() + keptDays * 86_400_000),
      });
      return { file: file.id };
    };
  };
}

/** The same in the thread of whoever calls it. */
export const makePackage = packageHandler((wish, { db, progress }) =>
  assemblePackage(db, wish, progress),
);
