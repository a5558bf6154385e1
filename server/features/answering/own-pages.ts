import { type Context, Hono } from "hono";
import { countEvent } from "../../../db/queries/rate-limits.ts";
import { answerInWords } from "../../../web/pages/answering/answer-words.ts";
import { statementField } from "../../../web/pages/answering/notice.tsx";
import { erasedPage, type OwnResponse, ownPage } from "../../../web/pages/answering/own.tsx";
import { privacyPage } from "../../../web/pages/answering/privacy.tsx";
import { Problem } from "../../domain/problem.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { inLanguage } from "../../domain/text.ts";
import { clientAddress, limitKeyOf } from "../../http/client-address.ts";
import { buildOwnSheet } from "./build-own-sheet.ts";
import { sendPage } from "./kept-pages.ts";
import {
  changeConsents,
  eraseAnswers,
  isKeyShown,
  listOwnChanges,
  listOwnResponses,
  type Owner,
  ownerOf,
  readableWaves,
} from "./own-answers.ts";
import { findParticipant } from "./participant.ts";
import { readSentForm } from "./sent-form.ts";
import { frameOf, type ShowingDeps } from "./show-pages.ts";

/** What participants can do with what is stored of them: see it, take it along, change consents, have it erased. */
export function ownRoutes(deps: ShowingDeps): Hono {
  return new Hono()
    .get("/a/own", (c) => withOwner(deps, c, (owner) => showOwn(deps, c, { owner })))
    .get("/a/own/answers.json", (c) => withOwner(deps, c, (owner) => sendJson(deps, c, owner)))
    .get("/a/own/answers.pdf", (c) => withOwner(deps, c, (owner) => sendPdf(deps, c, owner)))
    .post("/a/own/consents/:wave", (c) =>
      withOwner(deps, c, (owner) => saveConsents(deps, c, owner)),
    )
    .post("/a/own/erasure", (c) => withOwner(deps, c, (owner) => erase(deps, c, owner)))
    .get("/a/privacy", (c) => withOwner(deps, c, (owner) => showPrivacy(deps, c, owner)));
}

async function withOwner(
  deps: ShowingDeps,
  c: Context,
  handle: (owner: Owner) => Promise<Response>,
): Promise<Response> {
  const found = await findParticipant(deps, c);
  return found.state === "unknown" ? c.redirect("/k", 303) : await handle(ownerOf(found));
}

async function showOwn(
  deps: ShowingDeps,
  c: Context,
  { owner, mustConfirm }: { owner: Owner; mustConfirm?: boolean },
): Promise<Response> {
  const begun = owner.invitation.waves.filter((wave) => wave.response !== null);
  const html = ownPage({
    frame: frameOf(deps, owner),
    responses: await listOwnResponses(deps, owner),
    changes: await listOwnChanges(deps, owner),
    areSomeHidden: readableWaves(owner).length < begun.length,
    isKeyShown: isKeyShown(owner, deps.now()),
    mustConfirm,
  });
  return sendPage(c, html, mustConfirm ? 422 : 200);
}

/** The answers as the participant gave them, with the questions, for any use of theirs. */
async function sendJson(deps: ShowingDeps, c: Context, owner: Owner): Promise<Response> {
  const responses = await listOwnResponses(deps, owner);
  c.header("content-disposition", 'attachment; filename="answers.json"');
  c.header("content-type", "application/json; charset=utf-8");
  const own = {
    format: "pokytis-own-answers/1",
    programme: inLanguage(owner.invitation.programmeTitle, owner.language),
    locality: owner.invitation.localityName,
    responses: responses.map((response) => ownJson(owner, response)),
  };
  return c.body(JSON.stringify(own, null, 2));
}

const windowSeconds = 600;
const mostPdfs = 20;

/** The same to be read and printed. Setting it takes the document thread a moment, so it is limited. */
async function sendPdf(deps: ShowingDeps, c: Context, owner: Owner): Promise<Response> {
  const now = deps.now();
  const key = `own-pdf ${limitKeyOf(clientAddress(c, deps.trustedProxyHops))}`;
  if ((await countEvent(deps.db, { key, now, windowSeconds })) > mostPdfs) {
    throw new Problem("too-many-tries");
  }
  const sheet = buildOwnSheet({
    owner,
    responses: await listOwnResponses(deps, owner),
    changes: await listOwnChanges(deps, owner),
    isKeyShown: isKeyShown(owner, now),
    madeOnDay: calendarDay(now, owner.invitation.timeZone),
  });
  const content = await deps.render({ kind: "own-answers-pdf", sheet });
  c.header("content-disposition", 'attachment; filename="answers.pdf"');
  c.header("content-type", "application/pdf");
  return c.body(new Uint8Array(content));
}

function ownJson({ language }: Owner, response: OwnResponse) {
  const { document, answers, consents, submittedOn, waveKind, title, parts } = response;
  const items = parts.flatMap((part) => part.items);
  return {
    wave: waveKind,
    title,
    submittedOn,
    consents,
    answers: items.map((item) => ({
      key: item.key,
      question: inLanguage(item.text, language),
      answer: answers[item.key] ?? null,
      inWords: answerInWords({ document, language }, item, answers[item.key] ?? ""),
    })),
  };
}

async function saveConsents(deps: ShowingDeps, c: Context, owner: Owner): Promise<Response> {
  const { fields } = await readSentForm(c);
  const prefix = statementField("");
  const ticked = [...fields.keys()].filter((name) => name.startsWith(prefix));
  const change = {
    waveKind: c.req.param("wave") ?? "",
    ticked: new Set(ticked.map((name) => name.slice(prefix.length))),
  };
  if (!(await changeConsents(deps, owner, change))) throw new Problem("not-found");
  return c.redirect("/a/own", 303);
}

async function erase(deps: ShowingDeps, c: Context, owner: Owner): Promise<Response> {
  const { fields } = await readSentForm(c);
  if (fields.get("_confirm")?.[0] !== "yes") {
    return await showOwn(deps, c, { owner, mustConfirm: true });
  }
  await eraseAnswers(deps, owner);
  return sendPage(c, erasedPage({ frame: frameOf(deps, owner) }));
}

async function showPrivacy(deps: ShowingDeps, c: Context, owner: Owner): Promise<Response> {
  const { programmeId, threshold, identityMode, waves } = owner.invitation;
  const wave = owner.current ?? waves[0];
  const noticeId = wave?.response?.noticeId ?? wave?.noticeId;
  const notice = noticeId ? await deps.published.notice({ programmeId, noticeId }) : undefined;
  const html = privacyPage({
    frame: frameOf(deps, owner),
    threshold,
    mode: identityMode,
    notice: notice?.text,
    isWhoAnsweredTold: notice?.isWhoAnsweredTold ?? false,
  });
  return sendPage(c, html);
}
