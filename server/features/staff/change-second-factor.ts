import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  confirmTotp,
  keepTotpSecret,
  removeTotp,
  replaceRecoveryCodes,
  takeTotpStep,
} from "../../../db/queries/second-factors.ts";
import type { Staff } from "../../../db/queries/staff.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { hashOf } from "../../http/session.ts";
import {
  matchTotp,
  newRecoveryCodes,
  newTotpSecret,
  readRecoveryCode,
} from "../../sign-in/one-time-codes.ts";
import { getOwnAccount } from "./proof.ts";
import type { StaffDeps } from "./staff-deps.ts";

/** A new secret to be scanned; it counts for nothing until a code of it was typed. */
export async function beginSecondFactor({ db }: StaffDeps, staff: Staff): Promise<void> {
  const isKept = await keepTotpSecret(db, { staffUserId: staff.id, secret: newTotpSecret() });
  if (!isKept) throw new Problem("conflict");
}

/** Turns the second factor on once a code shows that the secret arrived. Gives the recovery codes, this once. */
export async function confirmSecondFactor(
  deps: StaffDeps,
  { staff, code }: { staff: Staff; code: string },
): Promise<string[] | undefined> {
  const account = await getOwnAccount(deps, staff);
  if (!account.totpSecret || account.totpConfirmedAt) throw new Problem("conflict");
  const now = deps.now();
  const step = matchTotp({ secret: account.totpSecret, code }, now);
  if (step === undefined) return undefined;
  const codes = newRecoveryCodes();
  await inTransaction(deps.db, async (tx) => {
    const staffUserId = staff.id;
    if (!(await takeTotpStep(tx, { staffUserId, step }))) throw new Problem("conflict");
    await confirmTotp(tx, { staffUserId, now });
    await replaceRecoveryCodes(tx, { staffUserId, hashes: codes.map(hashOfCode) });
    await insertAuditEvent(tx, { at: now, actor: staffUserId, action: "began-second-factor" });
  });
  return codes;
}

/** New recovery codes; the old ones stop working. */
export async function renewRecoveryCodes(deps: StaffDeps, staff: Staff): Promise<string[]> {
  const account = await getOwnAccount(deps, staff);
  if (!account.totpConfirmedAt) throw new Problem("conflict");
  const codes = newRecoveryCodes();
  await inTransaction(deps.db, async (tx) => {
    await replaceRecoveryCodes(tx, { staffUserId: staff.id, hashes: codes.map(hashOfCode) });
    const event = { at: deps.now(), actor: staff.id, action: "renewed-recovery-codes" };
    await insertAuditEvent(tx, event);
  });
  return codes;
}

export async function endSecondFactor(deps: StaffDeps, staff: Staff): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    await removeTotp(tx, staff.id);
    await insertAuditEvent(tx, { at: deps.now(), actor: staff.id, action: "ended-second-factor" });
  });
}

function hashOfCode(code: string): Buffer {
  return hashOf(readRecoveryCode(code)!);
}
