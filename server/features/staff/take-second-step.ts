import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { takeTotpStep, useRecoveryCode } from "../../../db/queries/second-factors.ts";
import { countStepTry, findSignInStep, takeSignInStep } from "../../../db/queries/sign-in-steps.ts";
import { findAccount, type StaffAccount } from "../../../db/queries/staff-accounts.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { hashOf } from "../../http/session.ts";
import { matchTotp, readRecoveryCode } from "../../sign-in/one-time-codes.ts";
import { type Admission, type Browser, beginSession } from "./admit.ts";
import { countTry, isOverLimit, secondStepLimits } from "./limit-tries.ts";
import type { StaffDeps } from "./staff-deps.ts";

const mostTries = 5;

export type SecondStepOutcome = Admission | { outcome: "wrong" } | { outcome: "begin-again" };

/** Whether this browser is in the middle of a sign-in. */
export async function isAtSecondStep(
  { db, now }: Pick<StaffDeps, "db" | "now">,
  secret: string | undefined,
): Promise<boolean> {
  if (!secret) return false;
  const key = { tokenHash: hashOf(secret), kind: "second-factor" as const, now: now() };
  return (await findSignInStep(db, key)) !== undefined;
}

/** Takes a code of the authenticator, or a recovery code, each once; after five wrong ones the sign-in begins again. */
export async function takeSecondStep(
  deps: StaffDeps,
  { secret, typed, browser }: { secret: string | undefined; typed: string; browser: Browser },
): Promise<SecondStepOutcome> {
  const { db } = deps;
  const now = deps.now();
  if (!secret) return { outcome: "begin-again" };
  const key = { tokenHash: hashOf(secret), kind: "second-factor" as const, now };
  // Counted before the code is looked at, and kept: many tries at once are many tries.
  const step = await countStepTry(db, key);
  if (!step?.staffUserId || step.tries > mostTries) return { outcome: "begin-again" };
  const account = await findAccount(db, step.staffUserId);
  const limits = secondStepLimits(step.staffUserId);
  if (!account || account.disabledAt || (await isOverLimit(deps, limits))) {
    return { outcome: "begin-again" };
  }
  const admission = await inTransaction(db, async (tx) => {
    if (!(await takeCode(tx, { account, typed, now }))) return undefined;
    if (!(await takeSignInStep(tx, key))) return undefined;
    return await beginSession(tx, { account, method: step.method ?? "password", browser, now });
  });
  if (admission) return admission;
  await countTry(deps, limits);
  deps.log("sign-in-refused", { method: "second-step", staff: account.id });
  return { outcome: "wrong" };
}

/** Whether a code is right, using it up: the same code never opens twice (RFC 6238, 5.2). */
export async function takeCode(
  tx: Db,
  { account, typed, now }: { account: StaffAccount; typed: string; now: Date },
): Promise<boolean> {
  if (!account.totpSecret) return false;
  const staffUserId = account.id;
  const step = matchTotp({ secret: account.totpSecret, code: typed.slice(0, 100) }, now);
  if (step !== undefined) return await takeTotpStep(tx, { staffUserId, step });
  const recovery = readRecoveryCode(typed.slice(0, 100));
  if (!recovery) return false;
  const isUsed = await useRecoveryCode(tx, { staffUserId, codeHash: hashOf(recovery), now });
  if (isUsed) {
    await insertAuditEvent(tx, { at: now, actor: staffUserId, action: "used-recovery-code" });
  }
  return isUsed;
}
