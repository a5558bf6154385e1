import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  findByExternalIdentity,
  hasExternalIdentity,
  insertExternalIdentity,
} from "../../../db/queries/external-identities.ts";
import { findAccount, findAccountByEmail } from "../../../db/queries/staff-accounts.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { OpenIdPerson } from "../../sign-in/open-id.ts";
import { type Admission, admit, type Browser } from "./admit.ts";

/**
 * Lets in whom the institution vouches for: matched by issuer and subject. The first time, by an address that the issuer
 * verified, and only an account that was invited here and answers to nobody else of that issuer. Undefined for strangers.
 */
export async function signInByOpenId(
  db: Db,
  { person, browser, now }: { person: OpenIdPerson; browser: Browser; now: Date },
): Promise<Admission | undefined> {
  return await inTransaction(db, async (tx) => {
    const known = await findByExternalIdentity(tx, person);
    const staffUserId = known?.staffUserId ?? (await linkFirstTime(tx, { person, now }));
    const account = staffUserId && (await findAccount(tx, staffUserId));
    if (!account || account.disabledAt) return undefined;
    return await admit(tx, { account, method: "openid", browser, now });
  });
}

async function linkFirstTime(
  tx: Db,
  { person, now }: { person: OpenIdPerson; now: Date },
): Promise<string | undefined> {
  const { issuer, subject, verifiedEmail } = person;
  const account = verifiedEmail && (await findAccountByEmail(tx, verifiedEmail));
  if (!account || account.disabledAt) return undefined;
  const staffUserId = account.id;
  if (await hasExternalIdentity(tx, { issuer, staffUserId })) return undefined;
  await insertExternalIdentity(tx, { issuer, subject, staffUserId, now });
  await insertAuditEvent(tx, { at: now, actor: staffUserId, action: "linked-institution-sign-in" });
  return staffUserId;
}
