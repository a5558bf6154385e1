import type { Db } from "../connect.ts";
import type { JobStatus } from "../schema/results.ts";

export const certificatesJob = "certificates";
export const certificatesFileKind = "certificates-pdf";

/** The newest order to print all certificates of a programme, if one is still remembered. */
export async function findLastPrintJob(
  db: Db,
  programmeId: string,
): Promise<{ id: string; status: JobStatus } | undefined> {
  return await db
    .selectFrom("job")
    .select(["id", "status"])
    .where("programme_id", "=", programmeId)
    .where("kind", "=", certificatesJob)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

export interface PrintedFile {
  id: string;
  fileName: string;
  rowCount: number | null;
  madeAt: Date;
  expiresAt: Date | null;
}

/** Files of certificates that can still be fetched, newest first. */
export async function listPrintedFiles(
  db: Db,
  { programmeId, now }: { programmeId: string; now: Date },
): Promise<PrintedFile[]> {
  return await db
    .selectFrom("export_file")
    .select([
      "id",
      "file_name as fileName",
      "row_count as rowCount",
      "made_at as madeAt",
      "expires_at as expiresAt",
    ])
    .where("programme_id", "=", programmeId)
    .where("kind", "=", certificatesFileKind)
    .where("content", "is not", null)
    .where("expires_at", ">", now)
    .orderBy("made_at", "desc")
    .execute();
}
