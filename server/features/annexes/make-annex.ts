import { z } from "zod";
import {
  type AnnexToMake,
  findAnnex,
  findEarlierRecord,
  insertAnnexFile,
  recordAnnex,
} from "../../../db/queries/annexes.ts";
import { insertExportFile } from "../../../db/queries/export-files.ts";
import { compareAnnexes, printedNumbers } from "../../domain/annex/changes.ts";
import { Problem } from "../../domain/problem.ts";
import type { JobCompletion, JobContext } from "../../jobs/job-handler.ts";
import { buildAnnex } from "./build-annex.ts";
import { type AnnexSource, gatherAnnexSource } from "./gather-source.ts";
import { dayIn } from "./parts/block.ts";

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
 * files with their hashes, the numbers they print, and what changed from the revision before. Either all of it is
 * there in the end, or nothing.
 */
export async function makeAnnex(payload: unknown, context: JobContext): Promise<JobCompletion> {
  const { programmeId, annexId } = payloadSchema.parse(payload);
  const annex = await findAnnex(context.db, { programmeId, annexId });
  if (!annex) throw new Problem("not-found");
  const { audience } = annex.choices;
  const key = { programmeId, releaseNumber: annex.releaseNumber, audience };
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
        kind: audience === "closed" ? closedAnnexKind : `annex-${format}`,
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
    const printed = printedNumbers(documentOf(source, annex, "xlsx"));
    const earlier = await findEarlierRecord(tx, annex);
    const now = { ...annex.choices, release: annex.releaseNumber, printed };
    const changes = earlier ? compareAnnexes(earlier, now) : [];
    await recordAnnex(tx, { programmeId, annexId, printed, changes });
    return { files: written.length };
  };
}

/** Files with names of people: for organisers, who know them anyway. */
export const closedAnnexKind = "annex-closed";

function documentOf(source: AnnexSource, annex: AnnexToMake, format: Format) {
  return buildAnnex(source, {
    choices: annex.choices,
    revision: annex.revision,
    madeOnDay: dayIn(annex.madeAt, source.programme.timeZone),
    tables: formats[format].tables,
  });
}

/** "slug-1-priedas-2-lt.pdf"; of another audience than the funder, "slug-1-priedas-public-2-lt.pdf". */
function fileNameOf({ programme }: AnnexSource, annex: AnnexToMake, format: Format): string {
  const { number, audience, language } = annex.choices;
  const parts = [programme.slug, number, "priedas", audience === "funder" ? "" : audience];
  return `${[...parts, annex.revision, language].filter((part) => part !== "").join("-")}.${format}`;
}
