import type { Text } from "../../server/domain/text.ts";
import type { Db } from "../connect.ts";
import { json } from "../json.ts";
import { nextOrder } from "./setup-entries.ts";

interface StoredLogo {
  mediaType: "image/svg+xml" | "image/png";
  content: Buffer;
}

/** Puts a logo at the end of the row and returns its id. */
export async function insertLogo(
  db: Db,
  { programmeId, logo, alt }: { programmeId: string; logo: StoredLogo; alt: Text },
): Promise<string> {
  const { id } = await db
    .insertInto("logo")
    .values({
      programme_id: programmeId,
      alt: json(alt),
      media_type: logo.mediaType,
      content: logo.content,
      display_order: await nextOrder(db, { programmeId, step: "logos" }),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Puts another picture in a logo's place; false when there is no such logo. */
export async function updateLogoPicture(
  db: Db,
  { programmeId, id, logo }: { programmeId: string; id: string; logo: StoredLogo },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("logo")
    .set({ media_type: logo.mediaType, content: logo.content })
    .where("programme_id", "=", programmeId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** The document of a vision, or the archived copy of what was published. */
export interface KeptFile {
  fileName: string;
  mediaType: string;
  content: Buffer;
}

/** The document of a vision, or undefined while it has none. */
export async function findVisionFile(
  db: Db,
  { programmeId, id }: { programmeId: string; id: string },
): Promise<KeptFile | undefined> {
  const row = await db
    .selectFrom("vision")
    .select(["file_name as fileName", "media_type as mediaType", "content"])
    .where("programme_id", "=", programmeId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row?.content || row.fileName === null || row.mediaType === null) return undefined;
  return { fileName: row.fileName, mediaType: row.mediaType, content: row.content };
}

/** Gives a vision its document, or takes it away; false when there is no such vision. */
export async function updateVisionFile(
  db: Db,
  { programmeId, id, file }: { programmeId: string; id: string; file: KeptFile | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("vision")
    .set({
      file_name: file?.fileName ?? null,
      media_type: file?.mediaType ?? null,
      content: file?.content ?? null,
    })
    .where("programme_id", "=", programmeId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** The archived copy of what was published, or undefined while there is none. */
export async function findPublicityCopy(
  db: Db,
  { programmeId, id }: { programmeId: string; id: string },
): Promise<KeptFile | undefined> {
  const row = await db
    .selectFrom("publicity_record")
    .select(["copy_name as fileName", "copy_media_type as mediaType", "archived_copy as content"])
    .where("programme_id", "=", programmeId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row?.content || row.fileName === null || row.mediaType === null) return undefined;
  return { fileName: row.fileName, mediaType: row.mediaType, content: row.content };
}

/** Gives a publicity record its archived copy, or takes it away; false when there is no such record. */
export async function updatePublicityCopy(
  db: Db,
  { programmeId, id, file }: { programmeId: string; id: string; file: KeptFile | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("publicity_record")
    .set({
      copy_name: file?.fileName ?? null,
      copy_media_type: file?.mediaType ?? null,
      archived_copy: file?.content ?? null,
    })
    .where("programme_id", "=", programmeId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}
