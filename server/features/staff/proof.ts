import type { Staff } from "../../../db/queries/staff.ts";
import { findAccount, type StaffAccount } from "../../../db/queries/staff-accounts.ts";
import { Problem } from "../../domain/problem.ts";
import { mostPasswordLength } from "../../domain/staff/password.ts";
import { countTry, isOverLimit, proofLimits } from "./limit-tries.ts";
import type { StaffDeps } from "./staff-deps.ts";

const freshMinutes = 15;

/** What somebody must show before they change how they come in: nothing while they have just come in, else their password. */
export type NeededProof = "nothing" | "password" | "new-sign-in";

export function neededProof(
  staff: Pick<Staff, "signedInAt">,
  account: Pick<StaffAccount, "passwordHash">,
  now: Date,
): NeededProof {
  const isFresh = now.getTime() - staff.signedInAt.getTime() < freshMinutes * 60_000;
  if (isFresh) return "nothing";
  return account.passwordHash ? "password" : "new-sign-in";
}

/** Who forgot their password and came in by a letter or a passkey sets a new one; who came in by it types it once more. */
export function neededForPassword(
  staff: Pick<Staff, "signedInAt" | "method">,
  account: Pick<StaffAccount, "passwordHash">,
  now: Date,
): NeededProof {
  if (account.passwordHash && staff.method === "password") return "password";
  return neededProof(staff, account, now);
}

export async function getOwnAccount({ db }: Pick<StaffDeps, "db">, staff: Pick<Staff, "id">) {
  const account = await findAccount(db, staff.id);
  if (!account) throw new Problem("sign-in-needed");
  return account;
}

/** Whether the proof was given. Wrong passwords are counted: an open session must not be a place to guess. */
export async function isProven(
  deps: StaffDeps,
  { account, needed, typed }: { account: StaffAccount; needed: NeededProof; typed: string },
): Promise<boolean> {
  if (needed === "nothing") return true;
  if (needed === "new-sign-in" || [...typed].length > mostPasswordLength) return false;
  const limits = proofLimits(account.id);
  if (await isOverLimit(deps, limits)) throw new Problem("too-many-tries");
  const isRight = await deps.passwords.verify(typed, account.passwordHash);
  if (!isRight) await countTry(deps, limits);
  return isRight;
}
