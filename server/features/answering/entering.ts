import { type Context, Hono } from "hono";
import { findInvitation, findLocalityInvitation } from "../../../db/queries/invitations.ts";
import {
  type CodeMistake,
  codePage,
  drawnCodePage,
  type KeptForm,
  resendPage,
} from "../../../web/pages/answering/code.tsx";
import { formatCode } from "../../domain/pairing/access-code.ts";
import { Problem } from "../../domain/problem.ts";
import { firstValueOf, readFormFields } from "../../domain/response/form-fields.ts";
import { clientAddress } from "../../http/client-address.ts";
import { hasRememberedLanguage, languageOf } from "../../http/language.ts";
import { hashOf } from "../../http/session.ts";
import {
  clearCredential,
  readCredential,
  readKiosk,
  writeCredential,
  writeKiosk,
  writePlaceToken,
} from "./credential.ts";
import { drawCode, enterCode } from "./enter-code.ts";
import { readKeptForm } from "./kept-form.ts";
import { sendPage } from "./kept-pages.ts";
import { findParticipant } from "./participant.ts";
import { findPlace, wayWithoutCard } from "./place.ts";
import { showSelfMade } from "./self-made-pages.ts";
import { isByScript } from "./sent-form.ts";
import { frameOf, type ShowingDeps } from "./show-pages.ts";

/** Somebody's form came without a valid cookie, which may have expired: nothing that was typed is lost for it. */
export async function askForCodeAgain(deps: ShowingDeps, c: Context): Promise<Response> {
  if (c.req.method !== "POST") return c.redirect("/k", 303);
  if (isByScript(c)) return c.json({ outcome: "unknown" }, 401);
  const sent = new Map([
    ["_path", [c.req.path]],
    ["_body", [await c.req.text()]],
  ]);
  const kept = readKeptForm(sent);
  const place = await findPlace(deps, c);
  if (place?.identityMode === "self-made") return showSelfMade(deps, c, { place, kept });
  return await showCodePage(deps, c, { typed: "", kept });
}

const statusOf = { mistyped: 422, unknown: 404, tooManyTries: 429 } as const;

/** The ways in: a card's link, a wall's link, a typed code, and out again for the next person. */
export function enteringRoutes(deps: ShowingDeps): Hono {
  return new Hono()
    .get("/l/:token", (c) => openLink(deps, c))
    .get("/v/:token", (c) => openPlace(deps, c, { isKiosk: false }))
    .get("/v/:token/kiosk", (c) => openPlace(deps, c, { isKiosk: true }))
    .get("/k", (c) => askForCode(deps, c))
    .post("/k", (c) => takeCode(deps, c))
    .post("/k/code", (c) => takeDrawnCode(deps, c))
    .get("/a/code", (c) => showDrawnCode(deps, c))
    .post("/a/leave", (c) => leave(deps, c));
}

/** Opening a link stores nothing but a cookie, so that scanners of mail and messages change nothing. */
async function openLink(deps: ShowingDeps, c: Context): Promise<Response> {
  const token = c.req.param("token") ?? "";
  const found = await findInvitation(deps.db, hashOf(token));
  if (found?.entryKind !== "link") throw new Problem("link-unknown");
  const before = readCredential(c, deps.isHttps);
  const deviceKey = before?.secret === token ? before.deviceKey : undefined;
  const credential = { kind: "link", secret: token, deviceKey } as const;
  writeCredential(c, { ...found, credential }, deps.isHttps);
  return c.redirect("/a", 303);
}

async function openPlace(
  deps: ShowingDeps,
  c: Context,
  { isKiosk }: { isKiosk: boolean },
): Promise<Response> {
  const token = c.req.param("token") ?? "";
  const found = await findLocalityInvitation(deps.db, hashOf(token));
  if (!found) throw new Problem("link-unknown");
  writePlaceToken(c, token, deps.isHttps);
  writeKiosk(c, isKiosk, deps.isHttps);
  return c.redirect(found.identityMode === "self-made" ? "/k/own" : "/k", 303);
}

/** Where people make their codes themselves, a card is the exception and has a link of its own. */
async function askForCode(deps: ShowingDeps, c: Context): Promise<Response> {
  const isForCard = c.req.query("card") !== undefined;
  if (isLeftOver(c) && !isForCard) return leave(deps, c);
  const place = await findPlace(deps, c);
  if (place?.identityMode === "self-made" && !isForCard) return c.redirect("/k/own", 303);
  return await showCodePage(deps, c, { typed: "" });
}

/** Whether a lent tablet comes back here, for the next person, with something that the one before has chosen. */
function isLeftOver(c: Context): boolean {
  return readKiosk(c) && hasRememberedLanguage(c) && c.req.query("language") === undefined;
}

async function showCodePage(
  deps: ShowingDeps,
  c: Context,
  shown: { typed: string; mistake?: CodeMistake; kept?: KeptForm },
): Promise<Response> {
  const place = await findPlace(deps, c);
  const frame = frameOf(deps, { language: languageOf(c) });
  const html = codePage({
    frame: { ...frame, isDemonstration: place !== undefined && place.programmeKind !== "real" },
    ...shown,
    locality: place?.localityName,
    withoutCard: wayWithoutCard(place),
  });
  return sendPage(c, html, shown.mistake ? statusOf[shown.mistake] : 200);
}

async function takeCode(deps: ShowingDeps, c: Context): Promise<Response> {
  const sent = readFormFields(await c.req.text());
  const typed = (firstValueOf(sent, "code") ?? "").slice(0, 100);
  const kept = readKeptForm(sent);
  const address = clientAddress(c, deps.trustedProxyHops);
  const entered = await enterCode(deps, { typed, address, place: await findPlace(deps, c) });
  if (entered.outcome !== "entered") {
    return await showCodePage(deps, c, { typed, mistake: entered.outcome, kept });
  }
  // What was begun on this device may be read on it further on.
  const deviceKey = readCredential(c, deps.isHttps)?.deviceKey;
  const credential = { ...entered.credential, deviceKey };
  writeCredential(c, { ...entered, credential }, deps.isHttps);
  if (!kept) return c.redirect("/a", 303);
  return sendPage(c, resendPage({ frame: frameOf(deps, { language: languageOf(c) }), kept }));
}

async function takeDrawnCode(deps: ShowingDeps, c: Context): Promise<Response> {
  const place = await findPlace(deps, c);
  if (!place) return c.redirect("/k", 303);
  const known = await findParticipant(deps, c);
  // A second click, or coming back: the code that was drawn here is not yet used, so it is shown again.
  const isFresh = known.state === "open" && known.participant.response === null;
  if (!isFresh || known.participant.invitation.localityId !== place.localityId) {
    const address = clientAddress(c, deps.trustedProxyHops);
    writeCredential(c, await drawCode(deps, { place, address }), deps.isHttps);
  }
  return c.redirect("/a/code", 303);
}

async function showDrawnCode(deps: ShowingDeps, c: Context): Promise<Response> {
  const found = await findParticipant(deps, c);
  if (found.state !== "open" || !found.participant.invitation.code) return c.redirect("/a", 303);
  const { participant } = found;
  const code = formatCode(found.participant.invitation.code);
  return sendPage(c, drawnCodePage({ frame: frameOf(deps, participant), code }));
}

function leave(deps: ShowingDeps, c: Context): Response {
  clearCredential(c, deps.isHttps);
  return c.redirect("/k", 303);
}
