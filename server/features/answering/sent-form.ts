import type { Context } from "hono";
import { Problem } from "../../domain/problem.ts";
import {
  type FormFields,
  firstValueOf,
  readFormFields,
} from "../../domain/response/form-fields.ts";
import { type Language, languages } from "../../domain/text.ts";

/** Which button sent a form. */
export type Step =
  | { to: "next" | "back" | "save" | "leave" }
  | { to: "language"; language: Language };

/** A form of answering: the button, what its page knew, and all other fields. */
export interface SentForm {
  step: Step;
  seen: string | undefined;
  fields: FormFields;
  /** Sent by the page's script, which is answered with JSON instead of a page. */
  isByScript: boolean;
}

/** Whether a request comes from the script of one of our pages. */
export function isByScript(c: Context): boolean {
  return c.req.header("accept") === "application/json";
}

/** Reads a posted form; anything but a form as browsers send it is refused. */
export async function readSentForm(c: Context): Promise<SentForm> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new Problem("bad-request");
  const sent = new Map(readFormFields(await c.req.text()));
  const step = readStep(firstValueOf(sent, "_go"));
  const seen = firstValueOf(sent, "_seen");
  sent.delete("_go");
  sent.delete("_seen");
  return { step, seen, fields: sent, isByScript: isByScript(c) };
}

/** Forms that are sent as a whole have no half-way buttons. */
export function refuseHalfWay({ to }: Step): void {
  if (to === "back" || to === "save") throw new Problem("bad-request");
}

/** A form sent without a button (by Enter, or by a script) goes on. */
function readStep(go: string | undefined): Step {
  if (go === undefined || go === "next") return { to: "next" };
  if (go === "back" || go === "save" || go === "leave") return { to: go };
  const language = languages.find((each) => go === `language-${each}`);
  if (!language) throw new Problem("bad-request");
  return { to: "language", language };
}

/** Splits the statements' fields from the answers'; a statement that the notice does not have stays, and is refused. */
export function splitStatements(
  fields: FormFields,
  statementFields: readonly string[],
): { statements: FormFields; answers: FormFields } {
  const isStatement = ([name]: [string, unknown]) => statementFields.includes(name);
  const entries = [...fields];
  return {
    statements: new Map(entries.filter(isStatement)),
    answers: new Map(entries.filter((entry) => !isStatement(entry))),
  };
}
