import { insertAuditEvent } from "../../../db/queries/audit.ts";
import type { Staff } from "../../../db/queries/staff.ts";
import { deleteOtherSessions, deleteSessionById } from "../../../db/queries/staff-sessions.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import type { StaffDeps } from "./staff-deps.ts";

/** Ends one of somebody's own sessions, on whichever device it is. */
export async function endSession(
  { db, now }: StaffDeps,
  { staff, id }: { staff: Staff; id: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const isEnded = await deleteSessionById(tx, { staffUserId: staff.id, id });
    if (!isEnded) throw new Problem("not-found");
    await insertAuditEvent(tx, { at: now(), actor: staff.id, action: "ended-session" });
  });
}

export async function endOtherSessions({ db, now }: StaffDeps, staff: Staff): Promise<void> {
  await inTransaction(db, async (tx) => {
    await deleteOtherSessions(tx, { staffUserId: staff.id, except: staff.sessionHash });
    await insertAuditEvent(tx, { at: now(), actor: staff.id, action: "ended-other-sessions" });
  });
}
