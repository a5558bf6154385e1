import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { deleteOpenLinks } from "../../../db/queries/sign-in-links.ts";
import { deleteStepsOf } from "../../../db/queries/sign-in-steps.ts";
import type { Staff } from "../../../db/queries/staff.ts";
import { updatePassword } from "../../../db/queries/staff-accounts.ts";
import { deleteOtherSessions } from "../../../db/queries/staff-sessions.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { judgePassword, type PasswordMistake } from "../../domain/staff/password.ts";
import { getOwnAccount, isProven, neededForPassword } from "./proof.ts";
import type { StaffDeps } from "./staff-deps.ts";

export type PasswordChange =
  | { changed: true }
  | { changed: false; current?: "wrong"; fresh?: PasswordMistake };

/** Sets somebody's own password. Their other sessions, links not yet used and half-done sign-ins end with it. */
export async function changePassword(
  deps: StaffDeps,
  { staff, current, password }: { staff: Staff; current: string; password: string },
): Promise<PasswordChange> {
  const account = await getOwnAccount(deps, staff);
  const mistake = judgePassword(password, account);
  if (mistake) return { changed: false, fresh: mistake };
  const needed = neededForPassword(staff, account, deps.now());
  if (!(await isProven(deps, { account, needed, typed: current }))) {
    return { changed: false, current: "wrong" };
  }
  const passwordHash = await deps.passwords.hash(password);
  await inTransaction(deps.db, async (tx) => {
    const [staffUserId, now] = [staff.id, deps.now()];
    await updatePassword(tx, { staffUserId, passwordHash, now });
    await deleteOtherSessions(tx, { staffUserId, except: staff.sessionHash });
    await deleteOpenLinks(tx, staffUserId);
    await deleteStepsOf(tx, staffUserId);
    await insertAuditEvent(tx, { at: now, actor: staffUserId, action: "changed-password" });
  });
  return { changed: true };
}
