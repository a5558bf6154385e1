import type { Context } from "hono";
import { statementField } from "../../../web/pages/answering/notice.tsx";
import type { Answers } from "../../domain/response/answers.ts";
import { readAnswers } from "../../domain/response/read-answers.ts";
import { rememberLanguage } from "../../http/language.ts";
import { readAgreement } from "./begin-response.ts";
import { clearCredential } from "./credential.ts";
import { findParticipant, type Participant } from "./participant.ts";
import { repeatWhileOutdated } from "./repeat.ts";
import { keepDeviceKey } from "./review.ts";
import { savePart } from "./save-part.ts";
import { saveWhole } from "./save-whole.ts";
import { readSentForm, refuseHalfWay, type SentForm, splitStatements } from "./sent-form.ts";
import { type Showing, type ShowingDeps, seenMark, showAll } from "./show-pages.ts";
import { submitResponse } from "./submit-response.ts";

/** The whole questionnaire came in one form: stores and sends it, or shows it again with everything that was typed. */
export async function answerAll(
  deps: ShowingDeps,
  c: Context,
  participant: Participant,
): Promise<Response> {
  const form = await readSentForm(c);
  if (form.step.to === "save" && form.isByScript) {
    return await saveWhole(deps, c, {
      participant,
      sent: await splitForm(deps, participant, form),
    });
  }
  refuseHalfWay(form.step);
  if (form.step.to === "leave") {
    clearCredential(c, deps.isHttps);
    return c.redirect("/k", 303);
  }
  const sent = await splitForm(deps, participant, form);
  if (form.step.to === "language") {
    rememberLanguage(c, form.step.language);
    const translated = { ...participant, language: form.step.language };
    const notice = { ticked: sent.ticked, missing: [] };
    const showing: Showing = { fields: sent.form.fields, seen: form.seen, notice };
    return showAll(deps, c, { participant: translated, showing });
  }
  return await repeatWhileOutdated(deps, c, {
    participant,
    attempt: (latest) => sendAll(deps, c, { participant: latest, sent }),
  });
}

/** The form of the page with everything: answers, and what was agreed to where that is still asked. */
export interface SentAll {
  form: SentForm;
  ticked: Set<string>;
  agreement: ReturnType<typeof readAgreement>;
}

/** Once begun, what was agreed to is settled: a page from before still sends the statements, which change nothing. */
async function splitForm(
  { published }: ShowingDeps,
  { response, invitation, wave }: Participant,
  form: SentForm,
): Promise<SentAll> {
  const noticeId = response?.noticeId ?? wave.noticeId;
  const { statements } = await published.notice({ ...invitation, noticeId });
  const names = statements.map((statement) => statementField(statement.key));
  const split = splitStatements(form.fields, names);
  const answers = { ...form, fields: split.answers };
  if (response) {
    return { form: answers, ticked: new Set(), agreement: { ok: true, consents: {} } };
  }
  const isTicked = (key: string) => split.statements.has(statementField(key));
  return {
    form: answers,
    ticked: new Set(statements.map((each) => each.key).filter(isTicked)),
    agreement: readAgreement(statements, split.statements),
  };
}

async function sendAll(
  deps: ShowingDeps,
  c: Context,
  { participant, sent }: { participant: Participant; sent: SentAll },
): Promise<Response | undefined> {
  if (participant.response?.status === "submitted") return c.redirect("/a/receipt", 303);
  return participant.response
    ? await sendOverDraft(deps, c, { participant, sent })
    : await sendAtOnce(deps, c, { participant, sent });
}

/** With nothing stored before: one statement stores the response, answers, scores and all. */
async function sendAtOnce(
  deps: ShowingDeps,
  c: Context,
  { participant, sent }: { participant: Participant; sent: SentAll },
): Promise<Response | undefined> {
  const { document, parts } = participant;
  const items = parts.flatMap((part) => part.items);
  const read = readAnswers({ document, items, sent: sent.form.fields });
  if (!read.ok || !sent.agreement.ok) {
    const missing = sent.agreement.ok ? [] : sent.agreement.missing;
    const showing: Showing = {
      fields: sent.form.fields,
      mistakes: read.ok ? [] : read.mistakes,
      notice: { ticked: sent.ticked, missing },
      status: 422,
    };
    return showAll(deps, c, { participant, showing });
  }
  return await send(deps, c, participant, {
    answers: read.answers,
    consents: sent.agreement.consents,
  });
}

/** Over a draft: saved first like any part, so that nothing from another window is overwritten; then sent. */
async function sendOverDraft(
  deps: ShowingDeps,
  c: Context,
  { participant, sent }: { participant: Participant; sent: SentAll },
): Promise<Response | undefined> {
  const items = participant.parts.flatMap((part) => part.items);
  const { fields, seen } = sent.form;
  const part = {
    items,
    sent: fields,
    seen,
    isByScript: false,
    isUnfinished: false,
    placeAfter: () => "review",
  };
  const saved = await savePart(deps, participant, part);
  switch (saved.outcome) {
    case "mistaken": {
      const showing = { fields, mistakes: saved.mistakes, seen: seen ?? "0", status: 422 } as const;
      return showAll(deps, c, { participant, showing });
    }
    case "changed-elsewhere": {
      const conflict = participant.canRead ? "shown" : "hidden";
      const mark = seenMark(participant, items);
      const showing = {
        fields,
        conflicts: saved.conflicts,
        conflict,
        seen: mark,
        status: 409,
      } as const;
      return showAll(deps, c, { participant, showing });
    }
    case "outdated":
      return undefined;
    case "saved":
      return await sendSaved(deps, c);
  }
}

async function sendSaved(deps: ShowingDeps, c: Context): Promise<Response | undefined> {
  const found = await findParticipant(deps, c);
  if (found.state !== "open" || !found.participant.response) return undefined;
  const { answers } = found.participant.response;
  return await send(deps, c, found.participant, { answers, consents: {} });
}

async function send(
  deps: ShowingDeps,
  c: Context,
  participant: Participant,
  sent: { answers: Answers; consents: Record<string, boolean> },
): Promise<Response | undefined> {
  const submitted = await submitResponse(deps, participant, sent);
  if (submitted.outcome === "outdated") return undefined;
  keepDeviceKey(deps, c, { participant, deviceKey: submitted.deviceKey });
  return c.redirect("/a/receipt", 303);
}
