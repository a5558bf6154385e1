import { type Context, Hono, type MiddlewareHandler } from "hono";
import { closedPage, receiptPage } from "../../../web/pages/answering/outcome.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { receiptOf } from "../../domain/response/receipt.ts";
import { windowState } from "../../domain/response/wave-window.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { answerAll } from "./answer-all.ts";
import { answerPart } from "./answer-part.ts";
import { begin } from "./begin.ts";
import { clearCredential } from "./credential.ts";
import { askForCodeAgain, enteringRoutes } from "./entering.ts";
import { createKeptPages, sendPage } from "./kept-pages.ts";
import { ownRoutes } from "./own-pages.ts";
import { type FoundParticipant, findParticipant, type Participant } from "./participant.ts";
import { createPublished } from "./published.ts";
import { sendResponse, showReview } from "./review.ts";
import { wholePlace } from "./save-whole.ts";
import { selfMadeRoutes } from "./self-made-pages.ts";
import { isByScript } from "./sent-form.ts";
import {
  frameOf,
  type ShowingDeps,
  showAll,
  showNotice,
  showOffline,
  showPart,
} from "./show-pages.ts";

/** Everything that participants do: coming in, answering, sending. */
export function answeringRoutes(deps: Deps): Hono {
  const own: ShowingDeps = {
    ...deps,
    published: createPublished(deps.db),
    keptPages: createKeptPages(),
    isHttps: deps.publicUrl?.protocol === "https:",
  };
  return new Hono()
    .use("/a/*", keepChosenLanguage)
    .use("/k/*", keepChosenLanguage)
    .route("/", enteringRoutes(own))
    .route("/", selfMadeRoutes(own))
    .route("/", ownRoutes(own))
    .get("/a", (c) => withParticipant(own, c, (participant) => showStart(own, c, participant)))
    .post("/a", (c) => withParticipant(own, c, (participant) => begin(own, c, participant)))
    .get("/a/all", (c) => withUnsent(own, c, (participant) => openWhole(own, c, participant)))
    .post("/a/all", (c) => withUnsent(own, c, (participant) => answerAll(own, c, participant)))
    .get("/a/parts/:key", (c) => withBegun(own, c, (participant) => openPart(own, c, participant)))
    .post("/a/parts/:key", (c) =>
      withBegun(own, c, (participant) => answerPart(own, c, participant)),
    )
    .get("/a/review", (c) =>
      withDraft(own, c, (participant) => showReview(own, c, { participant })),
    )
    .post("/a/response", (c) =>
      withDraft(own, c, (participant) => sendResponse(own, c, participant)),
    )
    .get("/a/receipt", (c) => showReceipt(own, c))
    .get("/a/offline", (c) =>
      withParticipant(own, c, (participant) => showOffline(own, c, participant)),
    )
    .get("/a/worker.js", (c) => sendWorker(own, c));
}

/**
 * The switch on pages without a form is a link; what it says holds for the pages after it too. The copies that a device
 * fetches to keep choose nothing: they may still be on their way when their reader has switched back.
 */
const keepChosenLanguage: MiddlewareHandler = async (c, next) => {
  const isChosen = c.req.query("language") !== undefined && !isBlankAskedFor(c);
  if (isChosen) rememberLanguage(c, languageOf(c));
  await next();
};

type Handler = (participant: Participant) => Response | Promise<Response>;

/** Who has no valid card is asked for a code; who comes too early or too late is told so. */
async function withParticipant(deps: ShowingDeps, c: Context, handle: Handler): Promise<Response> {
  const found = await findParticipant(deps, c);
  if (found.state !== "open") return await answerOutside(deps, c, found);
  try {
    return await handle(found.participant);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "wave-closed") throw error;
    return await answerOutside(deps, c, await closedMeanwhile(deps, c, found.participant));
  }
}

/** The wave closed between looking and storing: what is told is of that wave, whichever comes next. */
async function closedMeanwhile(deps: ShowingDeps, c: Context, { wave }: Participant) {
  const latest = await findParticipant(deps, c);
  if (latest.state === "unknown") return latest;
  const known = latest.state === "open" ? latest.participant : latest;
  const { credential, invitation, isKiosk, language } = known;
  return {
    state: "closed" as const,
    reason: "wave-closed" as const,
    wave: invitation.waves.find((each) => each.id === wave.id),
    ...{ credential, invitation, isKiosk, language },
  };
}

async function answerOutside(
  deps: ShowingDeps,
  c: Context,
  found: Exclude<FoundParticipant, { state: "open" }>,
): Promise<Response> {
  if (found.state === "unknown") return await askForCodeAgain(deps, c);
  if (isByScript(c)) return c.json({ outcome: "closed" }, 410);
  if (found.wave?.response?.status === "submitted") return c.redirect("/a/receipt", 303);
  return showClosed(deps, c, c.req.method === "POST" ? lateFor(deps, found) : found);
}

type ClosedFor = Extract<FoundParticipant, { state: "closed" }>;

/** Whoever sends a form of a wave that closed meanwhile is told of that one, not of the next that is still ahead. */
function lateFor({ now }: ShowingDeps, found: ClosedFor): ClosedFor {
  const wave = found.invitation.waves.find(
    (each) => each.response?.status === "draft" && windowState(each, now()) === "closed",
  );
  return wave ? { ...found, reason: "wave-closed", wave } : found;
}

/** Who has sent the answers already sees that they arrived, whatever is clicked, reloaded or opened again. */
function withUnsent(deps: ShowingDeps, c: Context, handle: Handler): Promise<Response> {
  return withParticipant(deps, c, (participant) =>
    participant.response?.status === "submitted"
      ? c.redirect("/a/receipt", 303)
      : handle(participant),
  );
}

/** A response that was sent can still be corrected by whoever may read it. */
function withBegun(deps: ShowingDeps, c: Context, handle: Handler): Promise<Response> {
  return withParticipant(deps, c, (participant) => {
    const { response, canRead } = participant;
    if (response === null) return c.redirect("/a", 303);
    const mayCorrect = response.status === "draft" || canRead;
    return mayCorrect ? handle(participant) : c.redirect("/a/receipt", 303);
  });
}

function withDraft(deps: ShowingDeps, c: Context, handle: Handler): Promise<Response> {
  return withUnsent(deps, c, (participant) =>
    participant.response === null ? c.redirect("/a", 303) : handle(participant),
  );
}

/** The notice for somebody new; else the place that was reached. */
function showStart(deps: ShowingDeps, c: Context, participant: Participant) {
  const { response, parts } = participant;
  if (!response) return showNotice(deps, c, { participant });
  if (response.status === "submitted") return c.redirect("/a/receipt", 303);
  if (response.place === wholePlace) return c.redirect("/a/all", 303);
  if (response.place === "review") return c.redirect("/a/review", 303);
  const reached = parts.find((part) => part.section.key === response.place) ?? parts[0];
  return c.redirect(reached ? `/a/parts/${reached.section.key}` : "/a/review", 303);
}

function openWhole(deps: ShowingDeps, c: Context, participant: Participant): Promise<Response> {
  return showAll(deps, c, { participant, showing: { isBlank: isBlankAskedFor(c) } });
}

function openPart(deps: ShowingDeps, c: Context, participant: Participant): Response {
  const part = participant.parts.find((each) => each.section.key === c.req.param("key"));
  if (!part) return c.redirect("/a", 303);
  return showPart(deps, c, { participant, part, showing: { isBlank: isBlankAskedFor(c) } });
}

/** Whether a device asks for a copy without answers, to keep for when it has no connection. */
function isBlankAskedFor(c: Context): boolean {
  return c.req.query("blank") !== undefined;
}

/** The worker that keeps empty pages for when there is no connection; it may look after /a and nothing else. */
function sendWorker({ assets }: ShowingDeps, c: Context): Response {
  c.header("content-type", "text/javascript; charset=utf-8");
  c.header("cache-control", "no-cache");
  c.header("service-worker-allowed", "/a");
  return c.body(assets.inline("web/browser/answering-worker.ts").text);
}

function showClosed(
  deps: ShowingDeps,
  c: Context,
  { reason, invitation, wave, language, isKiosk }: ClosedFor,
): Response {
  const isAhead = reason === "wave-not-open";
  const html = closedPage({
    frame: frameOf(deps, { invitation, language, isKiosk }),
    reason,
    moment: isAhead ? wave?.opensAt : (wave?.closedAt ?? wave?.closesAt),
    timeZone: invitation.timeZone,
  });
  return sendPage(c, html, isAhead ? 409 : 410);
}

/** Also after the wave has closed: whoever holds the card may see that the answers arrived. */
async function showReceipt(deps: ShowingDeps, c: Context): Promise<Response> {
  const found = await findParticipant(deps, c);
  if (found.state === "unknown") return c.redirect("/k", 303);
  const known = found.state === "open" ? found.participant : found;
  const response = known.wave?.response;
  if (response?.status !== "submitted") return c.redirect("/a", 303);
  // On a lent tablet the receipt is the last that is seen: nobody comes back to these answers there.
  if (known.isKiosk) clearCredential(c, deps.isHttps);
  const html = receiptPage({
    frame: frameOf(deps, known),
    receipt: receiptOf(response.id),
    isLastWave: !known.invitation.waves.some((other) => other.opensAt > known.wave!.opensAt),
  });
  return sendPage(c, html);
}
