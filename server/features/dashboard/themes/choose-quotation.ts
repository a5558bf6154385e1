import { z } from "zod";
import type { Db } from "../../../../db/connect.ts";
import { insertAuditEvent } from "../../../../db/queries/audit.ts";
import { countOpenAnswerers, listOpenAnswers } from "../../../../db/queries/open-answers.ts";
import { deleteQuotation, replaceQuotation } from "../../../../db/queries/quotations.ts";
import { inTransaction } from "../../../../db/transaction.ts";
import type { SentQuotation } from "../../../../web/pages/dashboard/quotation-form.tsx";
import { Problem } from "../../../domain/problem.ts";
import { readQuotation } from "../../../domain/themes/quotation.ts";
import { fewestAnswerers } from "../../../domain/themes/theme-counts.ts";
import type { Marking } from "./mark-themes.ts";
import { isOpenedBy } from "./show-themes.ts";

const formSchema = z.strictObject({
  response: z.uuid(),
  number: z.string().regex(/^\d{1,6}$/),
  text: z.string().max(10_000),
  verb: z.enum(["choose", "withdraw"]),
});

export type ChoiceOutcome =
  | { stored: true; number: string }
  | { stored: false; sent: SentQuotation };

/**
 * Chooses words of one answer to be quoted, or quotes them no longer. Needs an opening with a reason, the writer's
 * consent, and ten answers to the question; only the writer's own words can be stored. A mistake in the words is an
 * outcome, anything else a Problem.
 */
export async function chooseQuotation(db: Db, marking: Marking): Promise<ChoiceOutcome> {
  const read = formSchema.safeParse(marking.form);
  if (!read.success) throw new Problem("bad-request");
  const { response: responseId, number, text, verb } = read.data;
  return await inTransaction(db, async (tx) => {
    const answer = await getQuotable(tx, marking, responseId);
    const key = { programmeId: marking.programme.id, itemKey: marking.itemKey, responseId };
    if (verb === "withdraw") {
      await deleteQuotation(tx, key);
      await insertAuditEvent(tx, eventOf(marking, "withdrew-quotation"));
      return { stored: true, number };
    }
    const quotation = readQuotation(answer.text, text);
    if (!quotation.ok) {
      return { stored: false, sent: { responseId, number, text, mistake: quotation.mistake } };
    }
    await replaceQuotation(tx, { ...key, text: quotation.text });
    await insertAuditEvent(tx, eventOf(marking, "chose-quotation"));
    return { stored: true, number };
  });
}

async function getQuotable(db: Db, marking: Marking, responseId: string) {
  if (!(await isOpenedBy(db, marking))) throw new Problem("not-allowed");
  const key = { programmeId: marking.programme.id, itemKey: marking.itemKey };
  const answer = (await listOpenAnswers(db, key)).find((one) => one.responseId === responseId);
  if (!answer) throw new Problem("bad-request");
  const isAllowed = answer.mayQuote && (await countOpenAnswerers(db, key)) >= fewestAnswerers;
  if (!isAllowed) throw new Problem("not-allowed");
  return answer;
}

function eventOf({ programme, staffUserId, itemKey, now }: Marking, action: string) {
  return { programmeId: programme.id, at: now, actor: staffUserId, action, subject: itemKey };
}
