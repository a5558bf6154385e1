import { findPasskey, notePasskeyUse } from "../../../db/queries/passkeys.ts";
import { insertSignInStep, takeSignInStep } from "../../../db/queries/sign-in-steps.ts";
import { findAccount } from "../../../db/queries/staff-accounts.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { hashOf, newSecret } from "../../http/session.ts";
import {
  type PasskeySite,
  passkeyRequestOptions,
  readPasskeyId,
  verifyPasskey,
} from "../../sign-in/passkeys.ts";
import { type Admission, admit, type Browser } from "./admit.ts";
import { challengeLimits, countTry, isOverLimit } from "./limit-tries.ts";
import type { StaffDeps } from "./staff-deps.ts";

const stepMinutes = 10;

/** A challenge for whichever passkey the browser holds for this site, and the secret of the step it belongs to. */
export async function beginPasskeySignIn(
  deps: StaffDeps,
  { site, address }: { site: PasskeySite; address: string },
) {
  const limits = challengeLimits(address);
  if (await isOverLimit(deps, limits)) throw new Problem("too-many-tries");
  await countTry(deps, limits);
  const options = await passkeyRequestOptions(site);
  const { secret, hash } = newSecret();
  await insertSignInStep(deps.db, {
    tokenHash: hash,
    kind: "passkey",
    challenge: options.challenge,
    expiresAt: new Date(deps.now().getTime() + stepMinutes * 60_000),
  });
  return { options, secret };
}

/** Lets in whoever's passkey signed this browser's challenge; undefined when it does not hold. A challenge serves once. */
export async function signInByPasskey(
  deps: StaffDeps,
  input: { site: PasskeySite; secret: string | undefined; sent: unknown; browser: Browser },
): Promise<Admission | undefined> {
  const { db } = deps;
  const now = deps.now();
  const tokenHash = input.secret && hashOf(input.secret);
  const key = tokenHash && { tokenHash, kind: "passkey" as const, now };
  const step = key ? await takeSignInStep(db, key) : undefined;
  const id = readPasskeyId(input.sent);
  const passkey = id && (await findPasskey(db, id));
  if (!step?.challenge || !passkey) return undefined;
  const { challenge } = step;
  const verified = await verifyPasskey(input.site, { sent: input.sent, challenge, passkey });
  if (!verified) {
    deps.log("sign-in-refused", { method: "passkey", staff: passkey.staffUserId });
    return undefined;
  }
  return await inTransaction(db, async (tx) => {
    const account = await findAccount(tx, passkey.staffUserId);
    if (!account || account.disabledAt) return undefined;
    await notePasskeyUse(tx, { id: passkey.id, counter: verified.counter, now });
    return await admit(tx, { account, method: "passkey", browser: input.browser, now });
  });
}
