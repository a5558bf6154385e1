import type { Context } from "hono";
import { Problem } from "../../domain/problem.ts";
import type { Part } from "../../domain/questionnaire/parts.ts";
import { askedItems } from "../../domain/questionnaire/routing.ts";
import type { Answers } from "../../domain/response/answers.ts";
import { rememberLanguage } from "../../http/language.ts";
import { correctPart } from "./correct-response.ts";
import { clearCredential } from "./credential.ts";
import type { Participant } from "./participant.ts";
import { repeatWhileOutdated } from "./repeat.ts";
import { type SavedPart, savePart } from "./save-part.ts";
import { readSentForm, type SentForm, type Step } from "./sent-form.ts";
import { type ShowingDeps, seenMark, showPart } from "./show-pages.ts";

/** One part was sent: saves it and goes where its button points, or shows it again with what has to be looked at. */
export async function answerPart(
  deps: ShowingDeps,
  c: Context,
  participant: Participant,
): Promise<Response> {
  const part = participant.parts.find((each) => each.section.key === c.req.param("key"));
  if (!part) throw new Problem("not-found");
  const form = await readSentForm(c);
  return await repeatWhileOutdated(deps, c, {
    participant: readingIn(participant, form.step),
    attempt: (latest) => saveAndGo(deps, c, { participant: latest, part, form }),
  });
}

async function saveAndGo(
  deps: ShowingDeps,
  c: Context,
  { participant, part, form }: { participant: Participant; part: Part; form: SentForm },
): Promise<Response | undefined> {
  const { step } = form;
  const isSent = participant.response?.status === "submitted";
  if (isSent && !participant.canRead) return c.redirect("/a/receipt", 303);
  const saved = await saveOrCorrect(deps, { participant, part, form });
  if (saved.outcome === "outdated") return undefined;
  if (step.to === "leave") {
    clearCredential(c, deps.isHttps);
    return c.redirect("/k", 303);
  }
  if (saved.outcome !== "saved") return showAgain(deps, c, { participant, part, form, saved });
  if (step.to === "language") rememberLanguage(c, step.language);
  const isDone = isSent && step.to !== "language";
  return c.redirect(isDone ? "/a/own" : pathAfter(participant, { part, step }), 303);
}

async function saveOrCorrect(
  deps: ShowingDeps,
  { participant, part, form }: { participant: Participant; part: Part; form: SentForm },
): Promise<SavedPart> {
  const sent = { items: part.items, sent: form.fields, seen: form.seen };
  if (participant.response?.status === "submitted") {
    return await correctPart(deps, participant, sent);
  }
  return await savePart(deps, participant, {
    ...sent,
    place: placeAfter(participant, { part, step: form.step }),
    isUnfinished: form.step.to !== "next",
  });
}

/** A language switch is saved with the answers, so that another device goes on in it. */
function readingIn(participant: Participant, step: Step): Participant {
  return step.to === "language" ? { ...participant, language: step.language } : participant;
}

type RefusedPart = Extract<SavedPart, { outcome: "mistaken" | "changed-elsewhere" }>;

function showAgain(
  deps: ShowingDeps,
  c: Context,
  {
    participant,
    part,
    form,
    saved,
  }: { participant: Participant; part: Part; form: SentForm; saved: RefusedPart },
): Response {
  if (saved.outcome === "mistaken") {
    // "0" stands for a page that knew nothing: what came in between is then still seen as a change.
    const showing = {
      fields: form.fields,
      mistakes: saved.mistakes,
      seen: form.seen ?? "0",
      status: 422 as const,
    };
    return showPart(deps, c, { participant, part, showing });
  }
  const showing = {
    fields: form.fields,
    conflicts: saved.conflicts,
    conflict: participant.canRead ? ("shown" as const) : ("hidden" as const),
    seen: seenMark(participant, part.items),
    status: 409 as const,
  };
  return showPart(deps, c, { participant, part, showing });
}

function placeAfter(participant: Participant, move: { part: Part; step: Step }): string {
  return partAfter(participant, move)?.section.key ?? "review";
}

function pathAfter(participant: Participant, move: { part: Part; step: Step }): string {
  const next = partAfter(participant, move);
  return next ? `/a/parts/${next.section.key}` : "/a/review";
}

/** The part to go to; undefined after the last. Parts in which nothing is asked, given the answers, are passed over. */
function partAfter(
  { parts, response }: Participant,
  { part, step }: { part: Part; step: Step },
): Part | undefined {
  if (step.to === "language" || step.to === "leave") return part;
  const shown = partsToShow(parts, response?.answers ?? {});
  const here = parts.indexOf(part);
  if (step.to === "next") return shown.find((each) => parts.indexOf(each) > here);
  return shown.findLast((each) => parts.indexOf(each) < here) ?? part;
}

function partsToShow(parts: readonly Part[], answers: Answers): Part[] {
  const asked = askedItems(
    parts.flatMap((part) => part.items),
    answers,
  );
  return parts.filter((part) => part.items.some((item) => asked.has(item.key)));
}
