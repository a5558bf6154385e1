import { z } from "zod";
import type { Db } from "../../../../db/connect.ts";
import { insertApiToken, revokeApiToken } from "../../../../db/queries/api-tokens.ts";
import { insertAuditEvent } from "../../../../db/queries/audit.ts";
import { inTransaction } from "../../../../db/transaction.ts";
import { Problem } from "../../../domain/problem.ts";
import { hashOf, newSecret } from "../../../http/session.ts";
import { tokenPrefix } from "./read-token.ts";

const dayMilliseconds = 86_400_000;

const formSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  days: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(365)),
});

interface Owner {
  programmeId: string;
  staffUserId: string;
}

/** Makes a token that reads one programme's results for some days. Only its hash is stored: this is its only showing. */
export async function makeApiToken(
  db: Db,
  { programmeId, staffUserId, form, now }: Owner & { form: unknown; now: Date },
): Promise<string> {
  const read = formSchema.safeParse(form);
  if (!read.success) throw new Problem("bad-request");
  const token = `${tokenPrefix}${newSecret().secret}`;
  const { name, days } = read.data;
  const expiresAt = new Date(now.getTime() + days * dayMilliseconds);
  await inTransaction(db, async (tx) => {
    const owner = { programmeId, staffUserId };
    const made = { ...owner, name, tokenHash: hashOf(token), createdAt: now, expiresAt };
    const id = await insertApiToken(tx, made);
    const event = { programmeId, at: now, actor: staffUserId, action: "made-api-token" };
    await insertAuditEvent(tx, { ...event, subject: id, detail: { days } });
  });
  return token;
}

/** Withdraws one of somebody's own tokens, at once and for good. */
export async function withdrawApiToken(
  db: Db,
  { programmeId, staffUserId, id, now }: Owner & { id: string; now: Date },
): Promise<void> {
  if (!z.uuid().safeParse(id).success) throw new Problem("not-found");
  await inTransaction(db, async (tx) => {
    const isRevoked = await revokeApiToken(tx, { programmeId, staffUserId, id }, now);
    if (!isRevoked) throw new Problem("not-found");
    const event = { programmeId, at: now, actor: staffUserId, action: "withdrew-api-token" };
    await insertAuditEvent(tx, { ...event, subject: id });
  });
}
