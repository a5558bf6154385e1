import type { Context } from "hono";
import { reviewPage } from "../../../web/pages/answering/review.tsx";
import type { Item } from "../../domain/questionnaire/document.ts";
import { completenessOf } from "../../domain/response/complete-answers.ts";
import { rememberLanguage } from "../../http/language.ts";
import { clearCredential, writeCredential } from "./credential.ts";
import { sendPage } from "./kept-pages.ts";
import type { Participant } from "./participant.ts";
import { repeatWhileOutdated } from "./repeat.ts";
import { isByScript, readSentForm, refuseHalfWay } from "./sent-form.ts";
import { frameOf, type ShowingDeps } from "./show-pages.ts";
import { submitResponse } from "./submit-response.ts";

export function showReview(
  deps: ShowingDeps,
  c: Context,
  { participant, required = [] }: { participant: Participant; required?: Item[] },
): Response {
  const { language, parts } = participant;
  const { unanswered } = completeness(participant);
  const html = reviewPage({
    frame: frameOf(deps, participant),
    props: { language, parts, unanswered, required },
  });
  return sendPage(c, html, required.length > 0 ? 422 : 200);
}

function completeness({ document, wave, isNewcomer, response }: Participant) {
  const answers = response?.answers ?? {};
  return completenessOf(document, { wave: wave.kind, isNewcomer, answers });
}

/** The review's button: sends what the draft holds. */
export async function sendResponse(
  deps: ShowingDeps,
  c: Context,
  participant: Participant,
): Promise<Response> {
  const { step } = await readSentForm(c);
  refuseHalfWay(step);
  if (step.to === "leave") {
    clearCredential(c, deps.isHttps);
    return c.redirect("/k", 303);
  }
  if (step.to === "language") {
    rememberLanguage(c, step.language);
    return c.redirect("/a/review", 303);
  }
  return await repeatWhileOutdated(deps, c, {
    participant,
    attempt: (latest) => sendDraft(deps, c, latest),
  });
}

async function sendDraft(
  deps: ShowingDeps,
  c: Context,
  participant: Participant,
): Promise<Response | undefined> {
  if (participant.response === null) return c.redirect("/a", 303);
  const required = requiredLeft(participant);
  if (required.length > 0) return showReview(deps, c, { participant, required });
  const { answers } = participant.response;
  const { outcome } = await submitResponse(deps, participant, { answers, consents: {} });
  if (outcome === "outdated") return undefined;
  return isByScript(c) ? c.json({ outcome, next: "/a/receipt" }) : c.redirect("/a/receipt", 303);
}

export function requiredLeft(participant: Participant): Item[] {
  const { unanswered } = completeness(participant);
  const items = participant.parts.flatMap((part) => part.items);
  return items.filter((item) => item.isRequired && unanswered.includes(item.key));
}

/** After sending, the device that began the response with this very sending keeps its key. */
export function keepDeviceKey(
  deps: ShowingDeps,
  c: Context,
  { participant, deviceKey }: { participant: Participant; deviceKey: string | undefined },
): void {
  if (!deviceKey) return;
  const credential = { ...participant.credential, deviceKey };
  writeCredential(c, { ...participant.invitation, credential }, deps.isHttps);
}
