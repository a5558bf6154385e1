import { isKnownBrowser } from "../../../db/queries/known-browsers.ts";
import { findAccountByEmail } from "../../../db/queries/staff-accounts.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { mostPasswordLength } from "../../domain/staff/password.ts";
import { type Admission, admit, type Browser } from "./admit.ts";
import { countTry, isOverLimit, passwordLimits } from "./limit-tries.ts";
import type { StaffDeps } from "./staff-deps.ts";

export interface TypedSignIn {
  email: string;
  password: string;
  address: string;
  browser: Browser;
}

export type PasswordOutcome = Admission | { outcome: "wrong" } | { outcome: "too-many-tries" };

/**
 * Checks an address and a password. An unknown address, a wrong password, a disabled account and one without a password
 * are one and the same, in words and in time. Good tries are never counted.
 */
export async function signInByPassword(
  deps: StaffDeps,
  { email, password, address, browser }: TypedSignIn,
): Promise<PasswordOutcome> {
  const { db } = deps;
  if (email.length > 254 || [...password].length > mostPasswordLength) return { outcome: "wrong" };
  const account = await findAccountByEmail(db, email.trim());
  const key = { staffUserId: account?.id ?? nobody, tokenHash: browser.hash };
  const isKnown = await isKnownBrowser(db, key);
  const tried = {
    email: email.trim(),
    address,
    browserHash: browser.hash,
    isKnownBrowser: isKnown,
  };
  const limits = passwordLimits(tried);
  if (await isOverLimit(deps, limits)) return { outcome: "too-many-tries" };
  const isRight = await deps.passwords.verify(password, account?.passwordHash);
  if (!isRight || !account || account.disabledAt) {
    await countTry(deps, limits);
    deps.log("sign-in-refused", { method: "password", ...(account && { staff: account.id }) });
    return { outcome: "wrong" };
  }
  return await inTransaction(db, (tx) =>
    admit(tx, { account, method: "password", browser, now: deps.now() }),
  );
}

/** No account has it: asking for it takes the same way as asking for one that is there. */
const nobody = "00000000-0000-0000-0000-000000000000";
