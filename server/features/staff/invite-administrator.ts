import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { findOrganisationByName, insertOrganisation } from "../../../db/queries/set-up.ts";
import { deleteOpenLinks } from "../../../db/queries/sign-in-links.ts";
import { findAccountByEmail, insertAccount } from "../../../db/queries/staff-accounts.ts";
import { updateAdministrator, updateDisabled } from "../../../db/queries/team.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { forgetFactors } from "./change-member.ts";
import { makeSignInLink } from "./make-sign-in-link.ts";

export interface AdministratorWish {
  email: string;
  /** For somebody new: their organisation, found by its name, or made. */
  organisation: string | undefined;
  isFactorReset: boolean;
}

export type InvitedAdministrator = { invited: true; path: string } | { invited: false };

/**
 * For whoever holds the machine, when no administrator can come in any more: makes the address an administrator's (again)
 * and gives a link that works once, for a week. A new address without an organisation is not invited.
 */
export async function inviteAdministrator(
  db: Db,
  wish: AdministratorWish,
  now: Date,
): Promise<InvitedAdministrator> {
  return await inTransaction<InvitedAdministrator>(db, async (tx) => {
    const staffUserId = await findOrAdd(tx, wish, now);
    if (!staffUserId) return { invited: false };
    await updateAdministrator(tx, { staffUserId, isAdministrator: true });
    await updateDisabled(tx, { staffUserId, disabledAt: null });
    if (wish.isFactorReset) await forgetFactors(tx, staffUserId);
    await deleteOpenLinks(tx, staffUserId);
    await insertAuditEvent(tx, {
      at: now,
      actor: "system",
      action: "invited-administrator",
      subject: staffUserId,
      detail: { isFactorReset: wish.isFactorReset },
    });
    return {
      invited: true,
      path: await makeSignInLink(tx, { staffUserId, now, kind: "invitation" }),
    };
  });
}

async function findOrAdd(
  tx: Db,
  { email, organisation }: AdministratorWish,
  now: Date,
): Promise<string | undefined> {
  const account = await findAccountByEmail(tx, email);
  if (account) return account.id;
  if (!organisation) return undefined;
  const facts = { name: organisation, legalForm: "", code: "", email: "", phone: "" };
  const found = await findOrganisationByName(tx, organisation);
  const organisationId = found?.id ?? (await insertOrganisation(tx, facts));
  const person = { email, displayName: email.split("@")[0] ?? email, language: "lt" };
  const added = { organisationId, ...person, isAdministrator: true, now };
  const id = await insertAccount(tx, added);
  if (!id) throw new Problem("conflict");
  return id;
}
