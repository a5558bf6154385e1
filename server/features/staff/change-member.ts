import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { deleteExternalIdentitiesOf } from "../../../db/queries/external-identities.ts";
import { deletePasskeysOf } from "../../../db/queries/passkeys.ts";
import { removeTotp } from "../../../db/queries/second-factors.ts";
import { deleteOpenLinks } from "../../../db/queries/sign-in-links.ts";
import { deleteStepsOf } from "../../../db/queries/sign-in-steps.ts";
import { deleteSessionsOf } from "../../../db/queries/staff-sessions.ts";
import {
  lockAdministrators,
  updateAdministrator,
  updateDisabled,
} from "../../../db/queries/team.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { StaffDeps } from "./staff-deps.ts";
import { getMember, type TeamDeed } from "./team-context.ts";

/** What an administrator does to somebody's account; `lastAdministrator` where nobody would be left to do it. */
export type MemberOutcome = "done" | "lastAdministrator";

/** Disables somebody: their sessions, links and half-done sign-ins end in the same moment. */
export async function disableMember(deps: StaffDeps, deed: TeamDeed): Promise<MemberOutcome> {
  return await inTransaction<MemberOutcome>(deps.db, async (tx) => {
    await getMember(tx, deed);
    if (await isLastAdministrator(tx, deed)) return "lastAdministrator";
    await updateDisabled(tx, { staffUserId: deed.memberId, disabledAt: deed.now });
    await endEverything(tx, deed.memberId);
    await audit(tx, deed, "disabled-staff");
    return "done";
  });
}

/** Lets a disabled person in again, with the roles they had. Their sessions do not come back. */
export async function enableMember(deps: StaffDeps, deed: TeamDeed): Promise<MemberOutcome> {
  return await inTransaction<MemberOutcome>(deps.db, async (tx) => {
    await getMember(tx, deed);
    await updateDisabled(tx, { staffUserId: deed.memberId, disabledAt: null });
    await audit(tx, deed, "enabled-staff");
    return "done";
  });
}

export async function endSessionsOf(deps: StaffDeps, deed: TeamDeed): Promise<MemberOutcome> {
  return await inTransaction<MemberOutcome>(deps.db, async (tx) => {
    await getMember(tx, deed);
    await endEverything(tx, deed.memberId);
    await audit(tx, deed, "ended-sessions-of-staff");
    return "done";
  });
}

/** Makes somebody an administrator, or no longer one. */
export async function changeAdministrator(
  deps: StaffDeps,
  deed: TeamDeed,
  isAdministrator: boolean,
): Promise<MemberOutcome> {
  return await inTransaction<MemberOutcome>(deps.db, async (tx) => {
    await getMember(tx, deed);
    if (!isAdministrator && (await isLastAdministrator(tx, deed))) return "lastAdministrator";
    await updateAdministrator(tx, { staffUserId: deed.memberId, isAdministrator });
    await audit(tx, deed, isAdministrator ? "made-administrator" : "unmade-administrator");
    return "done";
  });
}

/**
 * Forgets somebody's authenticator, recovery codes, passkeys and their institution's sign-in, with a reason: for who lost
 * a phone. Sessions end too, as whoever found the phone may be in one.
 */
export async function resetSecondFactor(
  deps: StaffDeps,
  deed: TeamDeed,
  reason: string,
): Promise<MemberOutcome> {
  return await inTransaction<MemberOutcome>(deps.db, async (tx) => {
    await getMember(tx, deed);
    await forgetFactors(tx, deed.memberId);
    await endEverything(tx, deed.memberId);
    await audit(tx, deed, "reset-second-factor", reason);
    return "done";
  });
}

export async function forgetFactors(tx: Db, staffUserId: string): Promise<void> {
  await removeTotp(tx, staffUserId);
  await deletePasskeysOf(tx, staffUserId);
  await deleteExternalIdentitiesOf(tx, staffUserId);
}

async function endEverything(tx: Db, staffUserId: string): Promise<void> {
  await deleteSessionsOf(tx, staffUserId);
  await deleteOpenLinks(tx, staffUserId);
  await deleteStepsOf(tx, staffUserId);
}

/** Locks the administrators: of two who disable each other at once, the second finds themselves the last. */
async function isLastAdministrator(tx: Db, deed: TeamDeed): Promise<boolean> {
  const left = await lockAdministrators(tx, deed.administrator.organisationId);
  return left.length === 1 && left[0] === deed.memberId;
}

async function audit(tx: Db, deed: TeamDeed, action: string, reason = ""): Promise<void> {
  const { administrator, memberId, now } = deed;
  await insertAuditEvent(tx, {
    at: now,
    actor: administrator.id,
    action,
    subject: memberId,
    reason,
  });
}
