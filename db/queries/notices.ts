import type { Text } from "../../server/domain/text.ts";
import type { IdentityMode, NoticeStatement } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";
import { contentHash } from "../content-hash.ts";
import { json } from "../json.ts";

/** What participants are told before the first question, as it was published. */
export interface NoticeVersion {
  id: string;
  number: number;
  text: Text;
  statements: NoticeStatement[];
  /** The mode it was written for; null for notices from before that was recorded. */
  identityMode: IdentityMode | null;
  isWhoAnsweredTold: boolean;
  publishedAt: Date;
}

/** A notice as it is written: its text, and whether it says that the organiser sees who has handed a sheet in. */
export interface NoticeWording {
  text: Text;
  isWhoAnsweredTold: boolean;
}

/** Published notices, the newest first. */
export async function listNoticeVersions(db: Db, programmeId: string): Promise<NoticeVersion[]> {
  return await db
    .selectFrom("notice_version")
    .select([
      "id",
      "number",
      "text",
      "statements",
      "identity_mode as identityMode",
      "tells_who_answered as isWhoAnsweredTold",
      "published_at as publishedAt",
    ])
    .where("programme_id", "=", programmeId)
    .orderBy("number", "desc")
    .execute();
}

/** Publishes a notice under the next number. Call it while the programme's row is held: numbers follow each other. */
export async function insertNoticeVersion(
  db: Db,
  notice: {
    programmeId: string;
    text: Text;
    isWhoAnsweredTold: boolean;
    statements: readonly NoticeStatement[];
    identityMode: IdentityMode;
    now: Date;
  },
): Promise<{ id: string; number: number }> {
  const [last] = await listNoticeVersions(db, notice.programmeId);
  const { text, statements } = notice;
  return await db
    .insertInto("notice_version")
    .values({
      programme_id: notice.programmeId,
      number: (last?.number ?? 0) + 1,
      text: json(text),
      statements: json(statements),
      content_hash: contentHash({ text, statements }),
      identity_mode: notice.identityMode,
      tells_who_answered: notice.isWhoAnsweredTold,
      published_at: notice.now,
    })
    .returning(["id", "number"])
    .executeTakeFirstOrThrow();
}

/** Who begins to answer from now on reads this notice; what was begun stays with the one it was begun under. */
export async function updateNoticeOfWaves(
  db: Db,
  { programmeId, noticeId, now }: { programmeId: string; noticeId: string; now: Date },
): Promise<void> {
  await db
    .updateTable("wave")
    .set({ notice_version_id: noticeId })
    .where("programme_id", "=", programmeId)
    .where("closes_at", ">", now)
    .execute();
}

export async function findNoticeDraft(
  db: Db,
  programmeId: string,
): Promise<NoticeWording | undefined> {
  return await db
    .selectFrom("notice_draft")
    .select(["text", "tells_who_answered as isWhoAnsweredTold"])
    .where("programme_id", "=", programmeId)
    .executeTakeFirst();
}

export async function upsertNoticeDraft(
  db: Db,
  draft: NoticeWording & { programmeId: string; now: Date },
): Promise<void> {
  const values = {
    text: json(draft.text),
    tells_who_answered: draft.isWhoAnsweredTold,
    saved_at: draft.now,
  };
  await db
    .insertInto("notice_draft")
    .values({ programme_id: draft.programmeId, ...values })
    .onConflict((conflict) => conflict.column("programme_id").doUpdateSet(values))
    .execute();
}

export async function deleteNoticeDraft(db: Db, programmeId: string): Promise<void> {
  await db.deleteFrom("notice_draft").where("programme_id", "=", programmeId).execute();
}
