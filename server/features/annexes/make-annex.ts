import { z } from "zod";
import { type AnnexToMake, findAnnex, insertAnnexFile } from "../../../db/queries/annexes.ts";
import { insertExportFile } from "../../../db/queries/export-files.ts";
import { Problem } from "../../domain/problem.ts";
import { type Language, languages } from "../../domain/text.ts";
import type { JobCompletion, JobContext } from "../../jobs/job-handler.ts";
import { dayIn } from "./blocks.ts";
import { buildAnnex } from "./build-annex.ts";
import { type AnnexSource, gatherAnnexSource } from "./gather-source.ts";

const payloadSchema = z.object({ programmeId: z.uuid(), annexId: z.uuid() });

/** What an annex is written as. The printed formats have narrow tables, a spreadsheet the full ones. */
const formats = {
  pdf: { tables: "narrow", mediaType: "application/pdf" },
  docx: {
    tables: "narrow",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  xlsx: {
    tables: "wide",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
} as const;
type Format = keyof typeof formats;

interface Written {
  format: Format;
  content: Uint8Array;
}

/**
 * The job that makes an annex: gathers and builds it, writes it in every format on the worker thread, and keeps the
 * files with their hashes. Either all of them are there in the end, or none.
 */
export async function makeAnnex(payload: unknown, context: JobContext): Promise<JobCompletion> {
  const { programmeId, annexId } = payloadSchema.parse(payload);
  const annex = await findAnnex(context.db, { programmeId, annexId });
  if (!annex) throw new Problem("not-found");
  const key = { programmeId, releaseNumber: annex.releaseNumber };
  const source = await gatherAnnexSource(context.db, key);
  const written: Written[] = [];
  for (const format of Object.keys(formats) as Format[]) {
    await context.progress(10 + 30 * written.length);
    const document = documentOf(source, annex, format);
    const content = await context.render({ kind: `annex-${format}`, annex: document });
    written.push({ format, content });
  }
  return async (tx) => {
    for (const { format, content } of written) {
      const file = await insertExportFile(tx, {
        programmeId,
        kind: `annex-${format}`,
        fileName: fileNameOf(source, annex, format),
        mediaType: formats[format].mediaType,
        content,
        rowCount: null,
        releaseId: annex.releaseId,
        madeBy: context.askedBy,
        reason: "",
        madeAt: context.now(),
        expiresAt: null,
      });
      await insertAnnexFile(tx, { programmeId, annexId, fileId: file.id });
    }
    return { files: written.length };
  };
}

function documentOf(source: AnnexSource, annex: AnnexToMake, format: Format) {
  return buildAnnex(source, {
    language: asLanguage(annex.language),
    number: annex.number,
    revision: annex.revision,
    madeOnDay: dayIn(annex.madeAt, source.programme.timeZone),
    tables: formats[format].tables,
  });
}

function fileNameOf({ programme }: AnnexSource, annex: AnnexToMake, format: Format): string {
  return `${programme.slug}-${annex.number}-priedas-${annex.revision}-${annex.language}.${format}`;
}

function asLanguage(language: string): Language {
  return languages.find((one) => one === language) ?? "lt";
}
