import type { Db } from "../../../db/connect.ts";
import { saveAttendanceMarks } from "../../../db/queries/attendance.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { readMarks, type SentMarks } from "../../domain/participant/attendance-marks.ts";
import { gatherSheet } from "./attendance-sheet.ts";
import type { Saving } from "./save-participant.ts";

/** Stores a sheet of marks of one locality; the audit row says how many were changed, and of whom it says nothing. */
export async function saveAttendance(
  db: Db,
  saving: Saving,
  { localityId, sent }: { localityId: string; sent: SentMarks },
): Promise<void> {
  const { programmeId } = saving;
  await inTransaction(db, async (tx) => {
    const marks = readMarks(sent, await gatherSheet(tx, { programmeId, localityId }));
    await saveAttendanceMarks(tx, { programmeId, marks });
    await insertAuditEvent(tx, {
      programmeId,
      at: saving.now,
      actor: saving.savedBy,
      action: "marked-attendance",
      subject: localityId,
      detail: { marks: marks.length, changed: marks.filter(({ isChanged }) => isChanged).length },
    });
  });
}
