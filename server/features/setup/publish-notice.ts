import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  deleteNoticeDraft,
  insertNoticeVersion,
  type NoticeWording,
  updateNoticeOfWaves,
  upsertNoticeDraft,
} from "../../../db/queries/notices.ts";
import { insertPlannedWaves } from "../../../db/queries/planned-waves.ts";
import { getProgrammeRecord, lockProgramme } from "../../../db/queries/setup-programme.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { noticeStatements } from "../../../web/texts/notice-template.ts";
import { Problem } from "../../domain/problem.ts";
import type { Doing } from "./desk.ts";

/** Keeps a notice that is still being written. */
export async function saveNoticeDraft(db: Db, wording: NoticeWording, doing: Doing): Promise<void> {
  await inTransaction(db, async (tx) => {
    await upsertNoticeDraft(tx, { programmeId: doing.programme.id, ...wording, now: doing.now });
    await audit(tx, doing, { action: "saved-notice-draft" });
  });
}

/**
 * Publishes a notice as a version that never changes. Waves that are still to end take it for everybody who begins
 * later; a response that was begun keeps the notice its writer read. Dates that waited for it become waves.
 */
export async function publishNotice(db: Db, wording: NoticeWording, doing: Doing): Promise<void> {
  const programmeId = doing.programme.id;
  await inTransaction(db, async (tx) => {
    await lockProgramme(tx, programmeId);
    const { identityMode } = await getProgrammeRecord(tx, programmeId);
    // The mode may have been changed since the page was read, and then the sentence would be untrue.
    if (wording.isWhoAnsweredTold && identityMode !== "register") throw new Problem("conflict");
    const { now } = doing;
    const statements = noticeStatements;
    const notice = { programmeId, ...wording, statements, identityMode, now };
    const { id, number } = await insertNoticeVersion(tx, notice);
    await updateNoticeOfWaves(tx, { programmeId, noticeId: id, now });
    await deleteNoticeDraft(tx, programmeId);
    await audit(tx, doing, { action: "published-notice", subject: id, detail: { number } });
    const waves = await insertPlannedWaves(tx, { programmeId, now });
    if (waves > 0) await audit(tx, doing, { action: "changed-waves", detail: { waves } });
  });
}

async function audit(
  db: Db,
  { programme, staffId, now }: Doing,
  what: { action: string; subject?: string; detail?: Record<string, number> },
): Promise<void> {
  await insertAuditEvent(db, { programmeId: programme.id, at: now, actor: staffId, ...what });
}
