import type { Context } from "hono";
import { statementField } from "../../../web/pages/answering/notice.tsx";
import { Problem } from "../../domain/problem.ts";
import { type FormFields, readFormFields } from "../../domain/response/form-fields.ts";
import type { NoticeStatement } from "../../domain/words.ts";

/** A posted sheet: what was keyed for the items, which statements are ticked, and the form's own fields. */
export interface SentSheet {
  keyed: FormFields;
  ticked: ReadonlySet<string>;
  /** Fields that begin with an underscore, which no item's key does. */
  own: FormFields;
}

export async function readSentSheet(
  c: Context,
  statements: readonly NoticeStatement[],
): Promise<SentSheet> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new Problem("bad-request");
  const sent = [...readFormFields(await c.req.text())];
  const own: FormFields = new Map(sent.filter(([name]) => name.startsWith("_")));
  const isTicked = ({ key }: NoticeStatement) => own.get(statementField(key))?.[0] === "yes";
  return {
    keyed: new Map(sent.filter(([name]) => !name.startsWith("_"))),
    ticked: new Set(statements.filter(isTicked).map(({ key }) => key)),
    own,
  };
}
