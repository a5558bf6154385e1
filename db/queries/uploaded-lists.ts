import type { Db } from "../connect.ts";
import { json } from "../json.ts";

export interface ListSheet {
  name: string;
  rows: string[][];
  mergedCells: number;
}

/** A list between upload and import. `choices` and `outcome` are the importer's own and are read by it. */
export interface UploadedList {
  id: string;
  fileName: string;
  sheets: ListSheet[];
  choices: unknown;
  outcome: unknown;
}

export async function insertUploadedList(
  db: Db,
  list: {
    programmeId: string;
    fileName: string;
    /** A JSON list of `ListSheet`s. */
    sheets: string;
    uploadedBy: string;
    now: Date;
    expiresAt: Date;
  },
): Promise<string> {
  const { id } = await db
    .insertInto("identity.uploaded_list")
    .values({
      programme_id: list.programmeId,
      file_name: list.fileName,
      sheets: list.sheets,
      uploaded_by: list.uploadedBy,
      uploaded_at: list.now,
      expires_at: list.expiresAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Undefined once it has expired, and to others than `by` where only their own are asked for. With `isLocked` nobody else gets it until the transaction ends. */
export async function findUploadedList(
  db: Db,
  key: { programmeId: string; id: string; by: string | null; now: Date; isLocked?: boolean },
): Promise<UploadedList | undefined> {
  const ofAnybody = db
    .selectFrom("identity.uploaded_list")
    .select(["id", "file_name as fileName", "sheets", "choices", "outcome"])
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.id)
    .where("expires_at", ">", key.now);
  const found = key.by === null ? ofAnybody : ofAnybody.where("uploaded_by", "=", key.by);
  return await (key.isLocked ? found.forUpdate() : found).executeTakeFirst();
}

export async function updateListChoices(
  db: Db,
  list: { programmeId: string; id: string; choices: unknown },
): Promise<void> {
  await db
    .updateTable("identity.uploaded_list")
    .set({ choices: json(list.choices) })
    .where("programme_id", "=", list.programmeId)
    .where("id", "=", list.id)
    .execute();
}

/** Notes what became of a list and empties it: the people in it are in the register now, or were left out. */
export async function finishUploadedList(
  db: Db,
  list: { programmeId: string; id: string; outcome: unknown },
): Promise<void> {
  await db
    .updateTable("identity.uploaded_list")
    .set({ outcome: json(list.outcome), sheets: json([]) })
    .where("programme_id", "=", list.programmeId)
    .where("id", "=", list.id)
    .execute();
}

/** Forgets a list that is not wanted any more. */
export async function deleteUploadedList(
  db: Db,
  key: { programmeId: string; id: string },
): Promise<void> {
  await db
    .deleteFrom("identity.uploaded_list")
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.id)
    .execute();
}

/** Forgets the lists of all programmes whose time is over. Says how many. */
export async function deleteExpiredLists(db: Db, now: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("identity.uploaded_list")
    .where("expires_at", "<=", now)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
