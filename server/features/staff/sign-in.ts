import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { insertSession, useSignInLink } from "../../../db/queries/staff.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { hashOf, newSecret, sessionHours } from "../../http/session.ts";

/** Turns a one-time link into a session; the link is used up in the same transaction. Returns the session's secret. */
export async function signIn(
  db: Db,
  { token, now }: { token: string; now: Date },
): Promise<string> {
  return await inTransaction(db, async (tx) => {
    const staffUserId = await useSignInLink(tx, hashOf(token), now);
    if (!staffUserId) throw new Problem("sign-in-link-used");
    const { secret, hash } = newSecret();
    const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
    await insertSession(tx, { tokenHash: hash, staffUserId, now, expiresAt });
    await insertAuditEvent(tx, { at: now, actor: staffUserId, action: "signed-in" });
    return secret;
  });
}
