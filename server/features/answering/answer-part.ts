import type { Context } from "hono";
import { partPath } from "../../../web/pages/answering/review.tsx";
import { Problem } from "../../domain/problem.ts";
import type { Part } from "../../domain/questionnaire/parts.ts";
import type { Answers } from "../../domain/response/answers.ts";
import { hasChangedSince, seenOf } from "../../domain/response/seen.ts";
import { rememberLanguage } from "../../http/language.ts";
import { correctPart } from "./correct-response.ts";
import { clearCredential } from "./credential.ts";
import { partAfter } from "./next-part.ts";
import type { Participant } from "./participant.ts";
import { repeatWhileOutdated } from "./repeat.ts";
import { pick, type SavedPart, savePart } from "./save-part.ts";
import { readSentForm, type SentForm, type Step } from "./sent-form.ts";
import { type ShowingDeps, seenMark, showPart } from "./show-pages.ts";

interface Move {
  participant: Participant;
  part: Part;
  form: SentForm;
}

type RefusedPart = Extract<SavedPart, { outcome: "mistaken" | "changed-elsewhere" }>;
type StoredDraft = Extract<SavedPart, { outcome: "saved" }>;

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

async function saveAndGo(deps: ShowingDeps, c: Context, move: Move): Promise<Response | undefined> {
  const { participant, form } = move;
  const isSent = participant.response?.status === "submitted";
  if (isSent && !participant.canRead) return c.redirect("/a/receipt", 303);
  const saved = await saveOrCorrect(deps, move);
  if (saved.outcome === "outdated") return undefined;
  if (form.step.to === "leave") {
    clearCredential(c, deps.isHttps);
    return c.redirect("/k", 303);
  }
  if (saved.outcome !== "saved") {
    return form.isByScript ? tellRefused(c, move, saved) : showAgain(deps, c, { move, saved });
  }
  if (form.step.to === "language") rememberLanguage(c, form.step.language);
  return form.isByScript
    ? tellSaved(c, move, saved)
    : c.redirect(pathAfter(move, saved.answers), 303);
}

async function saveOrCorrect(
  deps: ShowingDeps,
  { participant, part, form }: Move,
): Promise<SavedPart> {
  const { fields: sent, seen, isByScript, step } = form;
  if (participant.response?.status === "submitted") {
    return await correctPart(deps, participant, { items: part.items, sent, seen });
  }
  return await savePart(deps, participant, {
    items: part.items,
    sent,
    seen,
    isByScript,
    isUnfinished: step.to !== "next",
    placeAfter: (answers) =>
      partAfter(participant.parts, { part, step, answers })?.section.key ?? "review",
  });
}

/** A language switch is saved with the answers, so that another device goes on in it. */
function readingIn(participant: Participant, step: Step): Participant {
  return step.to === "language" ? { ...participant, language: step.language } : participant;
}

function pathAfter({ participant, part, form: { step } }: Move, answers: Answers): string {
  const isSent = participant.response?.status === "submitted";
  if (isSent && step.to !== "language") return "/a/own";
  const next = partAfter(participant.parts, { part, step, answers });
  return next ? partPath(next) : "/a/review";
}

/** For the script of the page: what it knows from now on, and where its button leads. */
function tellSaved(c: Context, move: Move, { revision, answers }: StoredDraft): Response {
  const stored = { revision, answers: pick(answers, move.part.items) };
  const seen = seenOf(stored, move.participant.canRead);
  return c.json({ outcome: "saved", seen, next: pathAfter(move, answers) });
}

/** `isSame`: only other parts were saved meanwhile, so that the script may send again what it has. */
function tellRefused(c: Context, { form, participant, part }: Move, saved: RefusedPart): Response {
  if (saved.outcome === "mistaken") return c.json({ outcome: "mistaken" }, 422);
  const isSame = !hasChangedSince(form.seen, saved.stored);
  const seen = seenMark(participant, part.items);
  return c.json({ outcome: "changed-elsewhere", seen, isSame }, 409);
}

function showAgain(
  deps: ShowingDeps,
  c: Context,
  { move: { participant, part, form }, saved }: { move: Move; saved: RefusedPart },
): Response {
  const { fields } = form;
  if (saved.outcome === "mistaken") {
    // "0" stands for a page that knew nothing: what came in between is then still seen as a change.
    const showing = {
      fields,
      mistakes: saved.mistakes,
      seen: form.seen ?? "0",
      status: 422 as const,
    };
    return showPart(deps, c, { participant, part, showing });
  }
  const showing = {
    fields,
    conflicts: saved.conflicts,
    conflict: participant.canRead ? ("shown" as const) : ("hidden" as const),
    seen: seenMark(participant, part.items),
    status: 409 as const,
  };
  return showPart(deps, c, { participant, part, showing });
}
