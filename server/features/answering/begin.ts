import type { Context } from "hono";
import { statementField } from "../../../web/pages/answering/notice.tsx";
import { Problem } from "../../domain/problem.ts";
import { rememberLanguage } from "../../http/language.ts";
import { beginResponse, readAgreement } from "./begin-response.ts";
import { clearCredential, writeCredential } from "./credential.ts";
import type { Participant } from "./participant.ts";
import { readSentForm, refuseHalfWay, splitStatements } from "./sent-form.ts";
import { type ShowingDeps, showNotice } from "./show-pages.ts";

/** The notice was read and sent: begins the response, or shows again what is still to be ticked. */
export async function begin(
  deps: ShowingDeps,
  c: Context,
  participant: Participant,
): Promise<Response> {
  if (participant.response) return c.redirect("/a", 303);
  const { step, fields } = await readSentForm(c);
  refuseHalfWay(step);
  if (step.to === "leave") {
    clearCredential(c, deps.isHttps);
    return c.redirect("/k", 303);
  }
  const { invitation, wave } = participant;
  const { statements } = await deps.published.notice({ ...invitation, noticeId: wave.noticeId });
  const sent = splitStatements(
    fields,
    statements.map((each) => statementField(each.key)),
  );
  if (sent.answers.size > 0) throw new Problem("bad-request");
  const ticked = new Set(
    statements
      .filter((each) => sent.statements.has(statementField(each.key)))
      .map((each) => each.key),
  );
  if (step.to === "language") {
    rememberLanguage(c, step.language);
    const translated = { ...participant, language: step.language };
    return showNotice(deps, c, {
      participant: translated,
      showing: { notice: { ticked, missing: [] } },
    });
  }
  const agreement = readAgreement(statements, sent.statements);
  if (!agreement.ok) {
    return showNotice(deps, c, { participant, showing: { notice: agreement, status: 422 } });
  }
  const { deviceKey } = await beginResponse(deps, participant, agreement.consents);
  const credential = { ...participant.credential, deviceKey };
  writeCredential(c, { ...invitation, credential }, deps.isHttps);
  return c.redirect("/a", 303);
}
