import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "../connect.ts";

export interface NewExportFile {
  programmeId: string;
  /** What it is: "annex-pdf", "data-csv" ... */
  kind: string;
  fileName: string;
  mediaType: string;
  content: Uint8Array;
  /** Rows of people's data inside, where there are any. */
  rowCount: number | null;
  releaseId: string | null;
  madeBy: string | null;
  /** Why somebody with the right to see rows wanted them; empty for what holds none. */
  reason: string;
  madeAt: Date;
  /** When the content is dropped; the record that there was a file stays. */
  expiresAt: Date | null;
}

export interface ExportFile {
  id: string;
  kind: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  rowCount: number | null;
  releaseId: string | null;
  madeBy: string | null;
  reason: string;
  madeAt: Date;
  expiresAt: Date | null;
}

/** Keeps a finished file with its size and SHA-256 (hexadecimal), by which a copy can be told from it later. */
export async function insertExportFile(
  db: Db,
  file: NewExportFile,
): Promise<{ id: string; sha256: string }> {
  return await db
    .insertInto("export_file")
    .values({
      programme_id: file.programmeId,
      kind: file.kind,
      file_name: file.fileName,
      media_type: file.mediaType,
      content: Buffer.from(file.content),
      size_bytes: file.content.byteLength,
      sha256: createHash("sha256").update(file.content).digest("hex"),
      row_count: file.rowCount,
      release_id: file.releaseId,
      made_by: file.madeBy,
      reason: file.reason,
      made_at: file.madeAt,
      expires_at: file.expiresAt,
    })
    .returning(["id", "sha256"])
    .executeTakeFirstOrThrow();
}

const columns = [
  "id",
  "kind",
  "file_name as fileName",
  "media_type as mediaType",
  "size_bytes as sizeBytes",
  "sha256",
  "row_count as rowCount",
  "release_id as releaseId",
  "made_by as madeBy",
  "reason",
  "made_at as madeAt",
  "expires_at as expiresAt",
] as const;

/** A file with its bytes, while it has them: after it expired there is nothing to find. */
export async function findExportFile(
  db: Db,
  key: { programmeId: string; id: string; now: Date },
): Promise<(ExportFile & { content: Buffer }) | undefined> {
  const row = await db
    .selectFrom("export_file")
    .select([...columns, "content"])
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.id)
    .where("content", "is not", null)
    .where(({ or, eb }) => or([eb("expires_at", "is", null), eb("expires_at", ">", key.now)]))
    .executeTakeFirst();
  return row?.content ? { ...row, content: row.content } : undefined;
}

/** Everything that was ever made for a programme, newest first, without the bytes. */
export async function listExportFiles(db: Db, programmeId: string): Promise<ExportFile[]> {
  return await db
    .selectFrom("export_file")
    .select(columns)
    .where("programme_id", "=", programmeId)
    .orderBy("made_at", "desc")
    .orderBy("id")
    .execute();
}

/** Drops the bytes of files that have expired and keeps the record of them. Says how many. */
export async function dropExpiredContent(db: Db, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("export_file")
    .set({ content: null })
    .where("expires_at", "<=", now)
    .where("content", "is not", null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** The register of exports as people read it: with the name of who made a file, and whether its bytes are still kept. */
export async function listExportRegister(
  db: Db,
  programmeId: string,
): Promise<(ExportFile & { hasContent: boolean })[]> {
  return await db
    .selectFrom("export_file")
    .leftJoin("staff_user", "staff_user.id", "export_file.made_by")
    .select([
      "export_file.id as id",
      "kind",
      "file_name as fileName",
      "media_type as mediaType",
      "size_bytes as sizeBytes",
      "sha256",
      "row_count as rowCount",
      "release_id as releaseId",
      "staff_user.display_name as madeBy",
      "reason",
      "made_at as madeAt",
      "expires_at as expiresAt",
      sql<boolean>`content is not null`.as("hasContent"),
    ])
    .where("programme_id", "=", programmeId)
    .orderBy("made_at", "desc")
    .orderBy("export_file.id")
    .execute();
}
