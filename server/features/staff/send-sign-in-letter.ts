import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { findAccountByEmail } from "../../../db/queries/staff-accounts.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { staffLetters } from "../../../web/texts/staff-letters.ts";
import { emailSchema } from "../../domain/staff/person.ts";
import { languages } from "../../domain/text.ts";
import { countTry, isOverLimit, letterLimits } from "./limit-tries.ts";
import { makeSignInLink } from "./make-sign-in-link.ts";
import type { StaffDeps } from "./staff-deps.ts";

/**
 * Sends a one-time link to whoever has this address. What the asker sees is the same in every case: an unknown address,
 * a disabled account, too many letters. The link begins with the operator's own address, whatever the request says, and
 * works only in the browser that asked.
 */
export async function sendSignInLetter(
  deps: StaffDeps,
  { email, address, browserHash }: { email: string; address: string; browserHash: Buffer },
): Promise<void> {
  const { db, mailer, publicUrl } = deps;
  const read = emailSchema.safeParse(email);
  if (!mailer || !publicUrl || !read.success) return;
  const limits = letterLimits({ email: read.data, address });
  if (await isOverLimit(deps, limits)) return;
  await countTry(deps, limits);
  const account = await findAccountByEmail(db, read.data);
  if (!account || account.disabledAt) return;
  const now = deps.now();
  const path = await inTransaction(db, async (tx) => {
    await insertAuditEvent(tx, { at: now, actor: account.id, action: "asked-for-sign-in-letter" });
    const staffUserId = account.id;
    return await makeSignInLink(tx, { staffUserId, now, kind: "letter", browserHash });
  });
  const language = languages.find((one) => one === account.language) ?? "lt";
  const letter = staffLetters[language].signIn(`${publicUrl.origin}${path}`);
  // Nobody waits for the mail server: how long it takes would tell whether the address is known.
  void mailer.send({ to: account.email, ...letter });
}
