import { z } from "zod";
import { findAnnex, setAnnexFile } from "../../../db/queries/annexes.ts";
import { insertExportFile } from "../../../db/queries/export-files.ts";
import { Problem } from "../../domain/problem.ts";
import { type Language, languages } from "../../domain/text.ts";
import type { JobCompletion, JobContext } from "../../jobs/job-handler.ts";
import { dayIn } from "./blocks.ts";
import { buildAnnex } from "./build-annex.ts";
import { gatherAnnexSource } from "./gather-source.ts";

const payloadSchema = z.object({ programmeId: z.uuid(), annexId: z.uuid() });

/** The job that makes an annex: gathers, builds, typesets on the worker thread, and keeps the file with its hash. */
export async function makeAnnex(payload: unknown, context: JobContext): Promise<JobCompletion> {
  const { programmeId, annexId } = payloadSchema.parse(payload);
  const { db, askedBy, now } = context;
  const annex = await findAnnex(db, { programmeId, annexId });
  if (!annex) throw new Problem("not-found");
  const source = await gatherAnnexSource(db, { programmeId, releaseNumber: annex.releaseNumber });
  await context.progress(20);
  const document = buildAnnex(source, {
    language: asLanguage(annex.language),
    number: annex.number,
    revision: annex.revision,
    madeOnDay: dayIn(annex.madeAt, source.programme.timeZone),
  });
  const content = await context.render({ kind: "annex-pdf", annex: document });
  await context.progress(90);
  return async (tx) => {
    const file = await insertExportFile(tx, {
      programmeId,
      kind: "annex-pdf",
      fileName: `${source.programme.slug}-${annex.number}-priedas-${annex.revision}-${annex.language}.pdf`,
      mediaType: "application/pdf",
      content,
      rowCount: null,
      releaseId: annex.releaseId,
      madeBy: askedBy,
      reason: "",
      madeAt: now(),
      expiresAt: null,
    });
    await setAnnexFile(tx, { programmeId, annexId, fileId: file.id });
    return { fileId: file.id };
  };
}

function asLanguage(language: string): Language {
  return languages.find((one) => one === language) ?? "lt";
}
