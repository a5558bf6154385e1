import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { deletePasskey, insertPasskey, listPasskeys } from "../../../db/queries/passkeys.ts";
import { insertSignInStep, takeSignInStep } from "../../../db/queries/sign-in-steps.ts";
import type { Staff } from "../../../db/queries/staff.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { hashOf, newSecret } from "../../http/session.ts";
import {
  type PasskeySite,
  passkeyCreationOptions,
  readNewPasskey,
} from "../../sign-in/passkeys.ts";
import { getOwnAccount } from "./proof.ts";
import type { StaffDeps } from "./staff-deps.ts";

const stepMinutes = 10;
const mostPasskeys = 20;

/** What the browser needs to make a passkey, and the secret of the step it belongs to. */
export async function beginPasskey(
  deps: StaffDeps,
  { staff, site }: { staff: Staff; site: PasskeySite },
) {
  const account = await getOwnAccount(deps, staff);
  const passkeyIds = (await listPasskeys(deps.db, staff.id)).map(({ id }) => id);
  if (passkeyIds.length >= mostPasskeys) throw new Problem("conflict");
  const options = await passkeyCreationOptions(site, { ...account, passkeyIds });
  const { secret, hash } = newSecret();
  await insertSignInStep(deps.db, {
    tokenHash: hash,
    kind: "passkey-enrolment",
    staffUserId: staff.id,
    challenge: options.challenge,
    expiresAt: new Date(deps.now().getTime() + stepMinutes * 60_000),
  });
  return { options, secret };
}

/** Keeps a new passkey under a name of its person's choice; false where the browser's answer does not hold. */
export async function addPasskey(
  deps: StaffDeps,
  input: { staff: Staff; site: PasskeySite; secret?: string; sent: unknown; name: string },
): Promise<boolean> {
  const { db } = deps;
  const { staff, site, secret, sent } = input;
  const now = deps.now();
  if (!secret) return false;
  const key = { tokenHash: hashOf(secret), kind: "passkey-enrolment" as const, now };
  const step = await takeSignInStep(db, key);
  if (!step?.challenge || step.staffUserId !== staff.id) return false;
  const passkey = await readNewPasskey(site, { sent, challenge: step.challenge });
  if (!passkey) return false;
  return await inTransaction(db, async (tx) => {
    const row = { ...passkey, staffUserId: staff.id, name: input.name, createdAt: now };
    const isNew = await insertPasskey(tx, row);
    if (isNew) await insertAuditEvent(tx, { at: now, actor: staff.id, action: "added-passkey" });
    return isNew;
  });
}

export async function removePasskey(
  deps: StaffDeps,
  { staff, id }: { staff: Staff; id: string },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const isRemoved = await deletePasskey(tx, { staffUserId: staff.id, id });
    if (!isRemoved) throw new Problem("not-found");
    await insertAuditEvent(tx, { at: deps.now(), actor: staff.id, action: "removed-passkey" });
  });
}
