import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import type { Text } from "../../server/domain/text.ts";
import type { NoticeStatement } from "../../server/domain/words.ts";
import type { Db } from "../connect.ts";

// What is published never changes, so callers may keep what they read here for as long as they like.

export async function findDocument(
  db: Db,
  key: { programmeId: string; versionId: string },
): Promise<QuestionnaireDocument | undefined> {
  const row = await db
    .selectFrom("questionnaire_version")
    .select("document")
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.versionId)
    .executeTakeFirst();
  return row?.document;
}

export interface PublishedNotice {
  text: Text;
  statements: NoticeStatement[];
  /** It says that the organiser sees who has handed a sheet in. */
  isWhoAnsweredTold: boolean;
}

export async function findNotice(
  db: Db,
  key: { programmeId: string; noticeId: string },
): Promise<PublishedNotice | undefined> {
  return await db
    .selectFrom("notice_version")
    .select(["text", "statements", "tells_who_answered as isWhoAnsweredTold"])
    .where("programme_id", "=", key.programmeId)
    .where("id", "=", key.noticeId)
    .executeTakeFirst();
}
